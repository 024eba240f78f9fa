#include <catch2/catch.hpp>
#include <sys/mount.h>

#include "example.hpp"
#include "tests/worlds/file_size_limit.hpp"

using namespace rapport;
using Catch::Contains;
using rapport::test::FileSizeLimit;

namespace {

/// A file system of `kilobytes` for root; others cannot mount one.
class SmallDisk {
 public:
  SmallDisk(const std::string& path, int kilobytes) : path_(path) {
    std::filesystem::create_directory(path);
    const std::string size = "size=" + std::to_string(kilobytes) + "k";
    mounted_ = ::mount("rapport-test", path.c_str(), "tmpfs", 0, size.c_str()) == 0;
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(path_.c_str(), MNT_DETACH);
  }
  bool mounted() const { return mounted_; }

 private:
  std::string path_;
  bool mounted_;
};

}  // namespace

TEST_CASE("Wherever the room for a result ends, the earlier result stays and nothing else") {
  const example::Folder folder;
  Journal journal = Journal::open(folder.file(), example::design(), example::network());
  journal.append(example::packed(example::runs()));
  write_result(folder.file(), journal);
  const std::string whole = example::bytes_of(folder.file());
  example::put_bytes(folder.file(), "earlier");
  for (rlim_t room = 0; room < whole.size(); room += 3000) {
    std::pair<ExitCode, std::string> failure;
    {
      const FileSizeLimit limit(room);
      failure = example::failure_of([&] { write_result(folder.file(), journal); });
    }
    INFO(room << " bytes: " << failure.second);
    CHECK(failure.first == ExitCode::input_output);
    CHECK_THAT(failure.second, Contains("the file would be larger than is allowed"));
    REQUIRE(example::bytes_of(folder.file()) == "earlier");
    REQUIRE(folder.names().size() == 2);
  }
  write_result(folder.file(), journal);
  CHECK(example::bytes_of(folder.file()) == whole);
}

TEST_CASE("Wherever the room for a journal ends, the runs of earlier batches stay") {
  const example::Folder folder;
  const auto runs = example::runs();
  Journal journal = Journal::open(folder.file(), example::design(), example::network());
  journal.append(example::packed(std::span(runs).first(3)));
  const auto size = std::filesystem::file_size(folder.file("result.h5.part"));
  for (rlim_t room = size; room < size + 40'000; room += 4096) {
    std::pair<ExitCode, std::string> failure;
    {
      const FileSizeLimit limit(room);
      failure =
          example::failure_of([&] { journal.append(example::packed(std::span(runs).subspan(3))); });
    }
    CHECK(failure.first == ExitCode::input_output);
    CHECK(journal.finished().size() == 3);
  }
  journal.append(example::packed(std::span(runs).subspan(3)));
  CHECK(journal.finished().size() == 29);
}

TEST_CASE("A full disk is named as such, the runs stay, and with room again the work goes on") {
  const example::Folder folder;
  const SmallDisk disk(folder.file("disk"), 1024);
  if (!disk.mounted()) {
    WARN("no small file system could be mounted here (needs root): left out");
    return;
  }
  const std::string path = folder.file("disk/result.h5");
  const auto runs = example::runs();
  Journal journal = Journal::open(path, example::design(), example::network());
  journal.append(example::packed(runs));
  const auto used = std::filesystem::file_size(path + ".part");
  // All the room but a little is taken; the result does not fit any more.
  example::put_bytes(folder.file("disk/ballast"), std::string(1024 * 1024 - used - 30'000, 'x'));
  const auto written = example::failure_of([&] { write_result(path, journal); });
  CHECK(written.first == ExitCode::input_output);
  CHECK_THAT(written.second, Contains("the disk is full"));
  std::vector<RunRecord> more;
  for (std::uint32_t replicate = 0; replicate < 5; ++replicate) {
    more.push_back(example::run({0, 0, replicate}));
    more.back().key.point = 1;
    more.back().key.campaign = 1;
    more.back().key.replicate = 100 + replicate;
    more.back().result.final_trust.assign(20'000, 0.5f);
    more.back().result.final_annoyance.assign(20'000, 0.5f);
  }
  const auto appended = example::failure_of([&] { journal.append(example::packed(more)); });
  CHECK(appended.first == ExitCode::input_output);
  CHECK_THAT(appended.second, Contains("the disk is full"));
  CHECK(journal.finished().size() == 29);
  std::filesystem::remove(folder.file("disk/ballast"));
  write_result(path, journal);
  CHECK_FALSE(ResultReader::open(path).partial());
}
