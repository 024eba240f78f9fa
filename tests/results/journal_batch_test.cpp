#include "results/journal_batch.hpp"

#include <catch2/catch.hpp>
#include <pthread.h>
#include <system_error>
#include <thread>

#include "example.hpp"

using namespace rapport;

namespace {

/// As long as it lives no thread can be had: each would need a stack larger than all addresses.
class NoThreadLeft {
 public:
  NoThreadLeft() {
    pthread_getattr_default_np(&before_);
    pthread_attr_t huge;
    pthread_attr_init(&huge);
    pthread_attr_setstacksize(&huge, std::size_t{1} << 47);
    pthread_setattr_default_np(&huge);
    pthread_attr_destroy(&huge);
  }
  ~NoThreadLeft() {
    pthread_setattr_default_np(&before_);
    pthread_attr_destroy(&before_);
  }
  NoThreadLeft(const NoThreadLeft&) = delete;
  NoThreadLeft& operator=(const NoThreadLeft&) = delete;

 private:
  pthread_attr_t before_;
};

}  // namespace

TEST_CASE("Runs that a batch has begun to write are in the journal once it is flushed") {
  const example::Folder folder;
  Journal journal = Journal::open(folder.file(), example::design(), example::network());
  JournalBatch batch(journal);
  for (const RunRecord& run : example::runs()) {
    batch.take(run);
    batch.begin();
    CHECK(batch.is_empty());
  }
  batch.flush();
  CHECK(journal.finished().size() == 29);
}

TEST_CASE(
    "What goes wrong while a batch is written is told at the next step, before more follows") {
  const example::Folder folder;
  Journal journal = Journal::open(folder.file(), example::design(), example::network());
  JournalBatch batch(journal);
  batch.take(example::run({0, 0, 0}));
  batch.flush();
  RunRecord other = example::run({0, 0, 0});
  ++other.result.digest;  // a run that comes again as another is a mistake of the program
  batch.take(other);
  CHECK_NOTHROW(batch.begin());
  batch.take(example::run({0, 0, 1}));
  CHECK(example::failure_of([&] { batch.begin(); }).first == ExitCode::bug);
  CHECK(journal.finished() == std::vector{RunKey{0, 0, 0}});
}

TEST_CASE("Where no thread can be had a batch is written when it is waited for, in order") {
  const example::Folder folder;
  Journal journal = Journal::open(folder.file(), example::design(), example::network());
  JournalBatch batch(journal);
  const NoThreadLeft none;
  REQUIRE_THROWS_AS(std::thread([] {}), std::system_error);
  batch.take(example::run({0, 0, 0}));
  batch.begin();
  CHECK(journal.finished().empty());
  batch.take(example::run({0, 0, 1}));
  batch.begin();
  CHECK(journal.finished() == std::vector{RunKey{0, 0, 0}});
  batch.flush();
  CHECK(journal.finished() == std::vector{RunKey{0, 0, 0}, RunKey{0, 0, 1}});
}

TEST_CASE("Where no thread can be had what goes wrong with a batch is told when it is written") {
  const example::Folder folder;
  Journal journal = Journal::open(folder.file(), example::design(), example::network());
  journal.append(example::packed(std::vector{example::run({0, 0, 0})}));
  JournalBatch batch(journal);
  const NoThreadLeft none;
  RunRecord other = example::run({0, 0, 0});
  ++other.result.digest;
  batch.take(other);
  batch.begin();
  CHECK_FALSE(batch.has_failed());
  CHECK(example::failure_of([&] { batch.flush(); }).first == ExitCode::bug);
  CHECK(batch.has_failed());
}
