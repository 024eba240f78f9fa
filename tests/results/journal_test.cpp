#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

#include "example.hpp"
#include "results/hdf5_handle.hpp"
#include "results/journal_tables.hpp"

using namespace rapport;
using Catch::Contains;

TEST_CASE("A journal that is opened again knows which runs are done and tries failed ones again") {
  const example::Folder folder;
  {
    Journal journal = Journal::open(folder.file(), example::design(), example::network());
    journal.append(example::packed(example::runs()));
    journal.note_session(12.5);
  }
  const Journal journal = Journal::open(folder.file(), example::design(), example::network());
  const std::vector<RunKey> done = journal.finished();
  CHECK(done.size() == 29);
  CHECK(std::is_sorted(done.begin(), done.end()));
  CHECK(std::find(done.begin(), done.end(), example::failed_run) == done.end());
}

TEST_CASE("A failed run that succeeds later counts as done") {
  const example::Folder folder;
  Journal journal = Journal::open(folder.file(), example::design(), example::network());
  journal.append(example::packed(std::vector{example::run(example::failed_run)}));
  RunRecord again = example::run({1, 1, 2});
  again.key = example::failed_run;
  journal.append(example::packed(std::span(&again, 1)));
  CHECK(journal.finished() == std::vector{example::failed_run});
}

TEST_CASE("A run that comes twice with the same digest is kept once, with another it is a bug") {
  const example::Folder folder;
  Journal journal = Journal::open(folder.file(), example::design(), example::network());
  RunRecord run = example::run({0, 0, 1});
  journal.append(example::packed(std::span(&run, 1)));
  CHECK_NOTHROW(journal.append(example::packed(std::span(&run, 1))));
  CHECK(journal.finished().size() == 1);
  run.result.digest += 1;
  CHECK(example::failure_of([&] { journal.append(example::packed(std::span(&run, 1))); }).first ==
        ExitCode::bug);
}

TEST_CASE("A batch of runs is kept whole or not at all") {
  const example::Folder folder;
  Journal journal = Journal::open(folder.file(), example::design(), example::network());
  RunRecord contradiction = example::run({0, 0, 0});
  journal.append(example::packed(std::span(&contradiction, 1)));
  contradiction.result.digest += 1;
  const std::vector batch{example::run({0, 0, 1}), contradiction};
  CHECK_THROWS_AS(journal.append(example::packed(batch)), Failure);
  CHECK(journal.finished() == std::vector{RunKey{0, 0, 0}});
}

TEST_CASE("A process killed within a batch leaves all earlier batches and nothing of this one") {
  const example::Folder folder;
  const auto runs = example::runs();
  const pid_t child = ::fork();
  if (child == 0) {
    Journal journal = Journal::open(folder.file(), example::design(), example::network());
    journal.append(example::packed(std::span(runs).first(10)));
    JournalTables tables = JournalTables::open(folder.file("result.h5.part"));
    // So small a cache makes SQLite write into the file before the commit.
    tables.database().execute("PRAGMA cache_size = 1");
    Transaction transaction(tables.database());
    RunSaver saver(tables);
    for (const RunRecord& run : std::span(runs).subspan(10)) saver.save(PackedRun(run));
    ::raise(SIGKILL);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  REQUIRE(std::filesystem::exists(folder.file("result.h5.part-journal")));

  CHECK(ResultReader::open(folder.file()).final_values(Measure::sales)[9] ==
        example::final_value(static_cast<std::size_t>(Measure::sales), {0, 1, 4}));
  Journal journal = Journal::open(folder.file(), example::design(), example::network());
  CHECK(journal.finished().size() == 10);
  journal.append(example::packed(std::span(runs).subspan(10)));
  CHECK(journal.finished().size() == 29);
}

TEST_CASE("Asking for fewer replicates loses no run, and the text stays that of the kept ones") {
  const example::Folder folder;
  Design fewer = example::design(2);
  fewer.scenario += "replicates = 2\n";
  fewer.command_line += " --set replicates=2";
  const auto check_kept = [&] {
    const Journal journal = Journal::open(folder.file(), fewer, example::network());
    CHECK(journal.design().replicates == 5);
    CHECK(journal.design().scenario == example::design().scenario);
    CHECK(journal.design().command_line == example::design().command_line);
    CHECK(journal.finished().size() == 29);
  };
  SECTION("of a journal") {
    Journal::open(folder.file(), example::design(), example::network())
        .append(example::packed(example::runs()));
    check_kept();
    check_kept();
  }
  SECTION("of a result") {
    example::write(folder.file());
    check_kept();
    check_kept();
  }
}

TEST_CASE("A journal that was cut short and is asked for fewer replicates names those asked for") {
  const example::Folder folder;
  Design more = example::design(9);
  more.scenario += "replicates = 9\n";
  Journal::open(folder.file(), more, example::network()).append(example::packed(example::runs()));
  const Journal journal = Journal::open(folder.file(), example::design(2), example::network());
  CHECK(journal.design().replicates == 5);
  CHECK(journal.design().scenario == example::design().scenario);
}

TEST_CASE("A journal of another experiment is refused with the difference and left as it is") {
  const example::Folder folder;
  Journal::open(folder.file(), example::design(), example::network())
      .append(example::packed(example::runs()));
  const std::string before = example::bytes_of(folder.file("result.h5.part"));
  Design other = example::design();
  other.digest = "fedcba9876543210";
  std::string expected;
  const auto changed = [&](const std::string& from, const std::string& to) {
    std::string text = other.canonical;
    return text.replace(text.find(from), from.size(), to);
  };
  SECTION("another seed") {
    other.seed = 43;
    expected = "seed 18446744073709551615 there, 43 here";
  }
  SECTION("another parameter") {
    other.canonical = changed("trust.gain=0.2", "trust.gain=0.3");
    expected = "(trust.gain: 0.2 there, 0.3 here)";
  }
  SECTION("another setting of a campaign") {
    other.canonical = changed("hours_per_day=2", "hours_per_day=4");
    expected = "(campaign.\"Pers\xc3\xb6nliche Briefe\".hours_per_day: 2 there, 4 here)";
  }
  SECTION("another baseline") {
    other.canonical = changed(".baseline=1", ".baseline=0");
    expected = "(baseline: 1 there, 0 here)";
  }
  SECTION("other campaigns") {
    other.campaigns = {"Spam blast"};
    expected = "campaigns Spam blast, Pers\xc3\xb6nliche Briefe there, Spam blast here";
  }
  SECTION("a file that the scenario names has changed") {
    other.canonical = changed("path=ab12", "path=cd34");
    expected = "(the file of network.path has other content there than here)";
  }
  SECTION("a parameter that only the other version has") {
    other.canonical = changed("trust.gain=0.2", "");
    expected = "(trust.gain: 0.2 there, nothing here)";
  }
  const auto [code, message] =
      example::failure_of([&] { Journal::open(folder.file(), other, example::network()); });
  CHECK(code == ExitCode::bad_data);
  CHECK_THAT(message, Contains(expected) && Contains("--force") && Contains("result.h5.part"));
  CHECK(example::bytes_of(folder.file("result.h5.part")) == before);
}

TEST_CASE("A finished result of another experiment is refused and no journal is begun") {
  const example::Folder folder;
  example::write(folder.file());
  Design other = example::design();
  other.digest = "f";
  other.seed = 1;
  const auto [code, message] =
      example::failure_of([&] { Journal::open(folder.file(), other, example::network()); });
  CHECK(code == ExitCode::bad_data);
  CHECK_THAT(message, Contains("seed 18446744073709551615 there, 1 here"));
  CHECK(folder.names() == std::vector<std::string>{"result.h5"});
}

TEST_CASE("Files that are not ours are refused and not touched, with and without --force") {
  const example::Folder folder;
  std::string name, bytes, reason;
  SECTION("text in place of the result") {
    name = "result.h5";
    bytes = "my thesis";
    reason = "is no result of rapport (not an HDF5 file)";
  }
  SECTION("text in place of the journal") {
    name = "result.h5.part";
    bytes = std::string(5000, 'x');
    reason = "is no journal of rapport";
  }
  SECTION("a database of another program in place of the journal") {
    name = "result.h5.part";
    Database(folder.file(name), Database::Create::when_missing).execute("CREATE TABLE mine (a)");
    bytes = example::bytes_of(folder.file(name));
    reason = "no journal of rapport";
  }
  example::put_bytes(folder.file(name), bytes);
  const auto opened = example::failure_of(
      [&] { Journal::open(folder.file(), example::design(), example::network()); });
  CHECK(opened.first == ExitCode::bad_data);
  CHECK_THAT(opened.second, Contains(reason));
  const auto discarded = example::failure_of([&] { Journal::discard(folder.file()); });
  CHECK(discarded.first == ExitCode::bad_data);
  CHECK(example::bytes_of(folder.file(name)) == bytes);
}

TEST_CASE("Discarding removes result and journal, damaged or not, and nothing else") {
  const example::Folder folder;
  example::write(folder.file());
  example::put_bytes(folder.file("result.h5.notes"), "keep");
  Journal::open(folder.file(), example::design(), example::network());
  std::string journal = example::bytes_of(folder.file("result.h5.part"));
  journal.resize(journal.size() / 2);
  example::put_bytes(folder.file("result.h5.part"), journal);
  Journal::discard(folder.file());
  CHECK(folder.names() == std::vector<std::string>{"result.h5.notes"});
  CHECK_NOTHROW(Journal::discard(folder.file()));
}

TEST_CASE("A result of ours is discarded although it is damaged or of another version") {
  const example::Folder folder;
  example::write(folder.file());
  SECTION("damaged") {
    std::string bytes = example::bytes_of(folder.file());
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    example::put_bytes(folder.file(), bytes);
  }
  SECTION("of another schema, its seal cut off") {
    const Hdf5Handle file(H5Fopen(folder.file().c_str(), H5F_ACC_RDWR, H5P_DEFAULT), H5Fclose);
    expect_hdf5(H5Adelete(file.get(), "schema_version"));
  }
  CHECK(example::failure_of([&] { ResultReader::open(folder.file()); }).first ==
        ExitCode::bad_data);
  Journal::discard(folder.file());
  CHECK(folder.names().empty());
}

TEST_CASE("While a journal is open nobody else can open or discard it") {
  const example::Folder folder;
  const Journal journal = Journal::open(folder.file(), example::design(), example::network());
  const auto opened = example::failure_of(
      [&] { Journal::open(folder.file(), example::design(), example::network()); });
  CHECK(opened.first == ExitCode::cannot_create);
  CHECK_THAT(opened.second, Contains("another rapport is writing here"));
  CHECK(example::failure_of([&] { Journal::discard(folder.file()); }) == opened);
  CHECK(folder.names() == std::vector<std::string>{"result.h5.part"});
}

TEST_CASE("A journal cut off at any length is refused as damaged or begun again when empty") {
  const example::Folder folder;
  Journal::open(folder.file(), example::design(), example::network())
      .append(example::packed(example::runs()));
  const std::string whole = example::bytes_of(folder.file("result.h5.part"));
  for (const std::size_t length :
       {std::size_t{1}, std::size_t{15}, std::size_t{99}, std::size_t{4096}, std::size_t{5000},
        whole.size() / 2, whole.size() - 4096}) {
    example::put_bytes(folder.file("result.h5.part"), whole.substr(0, length));
    const auto [code, message] = example::failure_of([&] {
      Journal journal = Journal::open(folder.file(), example::design(), example::network());
      write_result(folder.file(), journal);
    });
    INFO(length << ": " << message);
    CHECK(code == ExitCode::bad_data);
    CHECK(example::failure_of([&] { ResultReader::open(folder.file()); }).first ==
          ExitCode::bad_data);
  }
  example::put_bytes(folder.file("result.h5.part"), "");
  CHECK_NOTHROW(Journal::open(folder.file(), example::design(), example::network()));
}

TEST_CASE("A place where no file can stand is named with its reason") {
  const example::Folder folder;
  example::put_bytes(folder.file("file"), "");
  std::filesystem::create_directory(folder.file("folder"));
  std::string path, reason;
  SECTION("missing folder") {
    path = folder.file("missing/result.h5");
    reason = "does not exist";
  }
  SECTION("a file in place of the folder") {
    path = folder.file("file/result.h5");
    reason = "is a file, not a folder";
  }
  SECTION("a folder in place of the file") {
    path = folder.file("folder");
    reason = "it is a folder";
  }
  const auto [code, message] =
      example::failure_of([&] { Journal::open(path, example::design(), example::network()); });
  CHECK(code == ExitCode::cannot_create);
  CHECK_THAT(message, Contains(path) && Contains(reason));
}

TEST_CASE("A journal is empty when its process was killed while it was made, and else is not") {
  const example::Folder folder;
  const std::string path = folder.file("result.h5.part");
  SECTION("before anything was written") {
    example::put_bytes(path, "");
    CHECK(JournalTables::is_empty(path));
  }
  SECTION("with a design in it") {
    const Journal journal = Journal::open(folder.file(), example::design(), example::network());
    CHECK_FALSE(JournalTables::is_empty(path));
  }
  SECTION("with what is no database, however small") {
    for (const std::size_t size : {1u, 511u, 512u, 4096u}) {
      example::put_bytes(path, std::string(size, 'x'));
      const auto [code, message] = example::failure_of([&] { JournalTables::is_empty(path); });
      CHECK(code == ExitCode::bad_data);
      CHECK(example::bytes_of(path).size() == size);
    }
  }
  SECTION("with a database of somebody else that has no tables yet") {
    Database(path, Database::Create::when_missing).execute("PRAGMA user_version = 7");
    CHECK(example::failure_of([&] { JournalTables::is_empty(path); }).first == ExitCode::bad_data);
  }
}
