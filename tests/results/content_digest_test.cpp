// The checksum of contents, computed here as its description says, from a file read whole.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "example.hpp"
#include "results/checksum.hpp"
#include "results/hdf5_input.hpp"
#include "results/hdf5_output.hpp"
#include "results/merge_results.hpp"
#include "results/result_schema.hpp"

using namespace rapport;

namespace {

struct Contents {
  std::string path;
  std::string elements;  // their bytes
};

std::string elements_of(const Hdf5Handle& dataset) {
  std::string bytes;
  if (holds_text(dataset)) {
    for (const std::string& text : read_texts(dataset)) bytes += text + '\0';
    return bytes;
  }
  const Hdf5Handle type(H5Dget_type(dataset.get()), H5Tclose);
  bytes.resize(elements(extent_of(dataset)) * H5Tget_size(type.get()));
  expect_hdf5(H5Dread(dataset.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, bytes.data()));
  return bytes;
}

void read_group(hid_t group, const std::string& path, std::vector<Contents>& all) {
  for (const Hdf5Link& link : links_of(group)) {
    const std::string inner = path + "/" + link.name;
    if (link.kind == Hdf5Link::Kind::group) {
      read_group(open_group(group, link.name).get(), inner, all);
    } else {
      all.push_back({inner, elements_of(open_dataset(group, link.name))});
    }
  }
}

std::vector<Contents> contents_of(const std::string& path) {
  std::vector<Contents> all;
  read_group(open_file(path).get(), "", all);
  return all;
}

std::uint64_t checksum_of(const std::string& bytes) {
  Checksum checksum;
  checksum.add(std::as_bytes(std::span(bytes)));
  return checksum.value();
}

std::string digest_of_version_1(const std::vector<Contents>& contents) {
  std::string bytes;
  for (const Contents& each : contents) bytes += each.path + '\0' + each.elements;
  return fmt::format("{:016x}", checksum_of(bytes));
}

std::string digest_of_version_2(const std::vector<Contents>& contents) {
  std::string bytes;
  for (const Contents& each : contents) {
    const std::uint64_t elements = checksum_of(each.elements);
    bytes += each.path + '\0';
    bytes.append(reinterpret_cast<const char*>(&elements), sizeof(elements));
  }
  return fmt::format("{:016x}", checksum_of(bytes));
}

/// Makes the file one that says it is of that version, with that digest.
void pretend(const std::string& path, std::int32_t version, const std::string& digest) {
  const Hdf5Handle file(H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT), H5Fclose);
  expect_hdf5(H5Adelete(file.get(), "schema_version"));
  expect_hdf5(H5Adelete(file.get(), "content_digest"));
  put_attribute(file.get(), "schema_version", version);
  put_attribute(file.get(), "content_digest", digest);
}

/// Many replicates, so that daily values take several chunks, some of which are not full.
void write_many_chunks(const std::string& path) {
  constexpr std::uint32_t replicates = 500;
  Journal journal = Journal::open(path, example::design(replicates), example::network());
  const auto runs = example::runs(replicates);
  journal.append(example::packed(std::span(runs).first(runs.size() - 3)));  // the last were not run
  write_result(path, journal);
  std::move(journal).remove();
}

}  // namespace

TEST_CASE("The checksum taken while writing is the one that a reader computes") {
  const example::Folder folder;
  SECTION("of a whole experiment in one chunk") {
    example::write(folder.file());
  }
  SECTION("of many chunks, with runs missing") {
    write_many_chunks(folder.file());
  }
  const std::string stated = *text_attribute(open_file(folder.file()).get(), "content_digest");
  CHECK(stated == digest_of_version_2(contents_of(folder.file())));
  CHECK(verify_result(folder.file()).content_digest == stated);
}

TEST_CASE("A result of schema version 1 is read, verified by its own checksum and continued") {
  const example::Folder folder;
  example::write(folder.file());
  const std::string now = example::bytes_of(folder.file());
  const auto contents = contents_of(folder.file());
  pretend(folder.file(), 1, digest_of_version_1(contents));
  CHECK(verify_result(folder.file()).content_digest == digest_of_version_1(contents));
  CHECK(ResultReader::open(folder.file()).digests().size() == 30);

  Journal journal = Journal::open(folder.file(), example::design(), example::network());
  CHECK(journal.finished().size() == 29);
  write_result(folder.file(), journal);
  CHECK(example::bytes_of(folder.file()) == now);

  pretend(folder.file(), 1, digest_of_version_2(contents));
  const auto [code, message] = example::failure_of([&] { verify_result(folder.file()); });
  CHECK(code == ExitCode::bad_data);
  CHECK_THAT(message, Catch::Contains("its checksum is " + digest_of_version_1(contents)));
}

TEST_CASE("Shards of both schema versions are merged into what one run of everything gives") {
  const example::Folder folder;
  example::write(folder.file("whole.h5"));
  const std::string older = example::write_shard(folder, {0, 2}, example::Leaves::result);
  const std::string newer = example::write_shard(folder, {1, 2}, example::Leaves::result);
  pretend(older, 1, digest_of_version_1(contents_of(older)));
  merge_results(folder.file(), {older, newer});
  CHECK(example::bytes_of(folder.file()) == example::bytes_of(folder.file("whole.h5")));
}

TEST_CASE("A result of a later schema is refused, naming the versions that can be read") {
  const example::Folder folder;
  example::write(folder.file());
  pretend(folder.file(), schema::version + 1, "0123456789abcdef");
  const auto [code, message] = example::failure_of([&] { ResultReader::open(folder.file()); });
  CHECK(code == ExitCode::bad_data);
  CHECK_THAT(message, Catch::Contains("has schema version 3, this rapport reads versions 1 to 2"));
}
