#include <catch2/catch.hpp>
#include <random>

#include "example.hpp"
#include "results/hdf5_output.hpp"

using namespace rapport;
using Catch::Contains;

namespace {

/// Reads everything there is to read.
void read_all(const std::string& path) {
  const ResultReader reader = ResultReader::open(path);
  reader.status();
  reader.digests();
  for (std::size_t m = 0; m < measure_count; ++m) {
    reader.final_values(static_cast<Measure>(m));
    reader.daily_values(static_cast<Measure>(m));
  }
}

}  // namespace

TEST_CASE("A missing result is a missing input") {
  const example::Folder folder;
  const auto [code, message] = example::failure_of([&] { read_all(folder.file()); });
  CHECK(code == ExitCode::missing_input);
  CHECK_THAT(message, Contains("does not exist"));
}

TEST_CASE("A result cut off at any length is refused with a reason") {
  const example::Folder folder;
  example::write(folder.file());
  const std::string whole = example::bytes_of(folder.file());
  for (std::size_t part = 0; part < 64; ++part) {
    const std::size_t length = part < 48 ? part : whole.size() * (part - 48) / 16;
    example::put_bytes(folder.file(), whole.substr(0, length));
    const auto [code, message] = example::failure_of([&] { read_all(folder.file()); });
    INFO(length << ": " << message);
    CHECK(code == ExitCode::bad_data);
  }
  constexpr std::size_t seal = 16;
  example::put_bytes(folder.file(), whole.substr(0, whole.size() - seal - 1));
  CHECK(example::failure_of([&] { read_all(folder.file()); }).first == ExitCode::bad_data);
}

TEST_CASE("A result with any damaged byte is refused before the HDF5 library sees it") {
  const example::Folder folder;
  example::write(folder.file());
  const std::string whole = example::bytes_of(folder.file());
  std::mt19937 random(11);
  for (int round = 0; round < 100; ++round) {
    std::string bytes = whole;
    const std::size_t at = random() % (whole.size() - 16);
    bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1 + random() % 255));
    example::put_bytes(folder.file(), bytes);
    const auto [code, message] = example::failure_of([&] { ResultReader::open(folder.file()); });
    CHECK(code == ExitCode::bad_data);
    CHECK_THAT(message, Contains("checksum"));
  }
}

TEST_CASE("A result to which another program has added a note can still be read") {
  const example::Folder folder;
  example::write(folder.file());
  {
    const Hdf5Handle file(H5Fopen(folder.file().c_str(), H5F_ACC_RDWR, H5P_DEFAULT), H5Fclose);
    put_attribute(file.get(), "note", "for the seminar");
  }
  CHECK_NOTHROW(read_all(folder.file()));
}

TEST_CASE("Random bytes, with and without the signature of HDF5, are refused") {
  const example::Folder folder;
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::string bytes(static_cast<std::size_t>(round) * 997, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    if (round % 2 == 1) bytes = "\x89HDF\r\n\x1a\n" + bytes;
    example::put_bytes(folder.file(), bytes);
    CHECK(example::failure_of([&] { read_all(folder.file()); }).first == ExitCode::bad_data);
  }
}

TEST_CASE("An HDF5 file of another program is refused") {
  const example::Folder folder;
  {
    Hdf5Output output(folder.file());
    put_attribute(output.root(), "program", "telescope");
    output.finish();
  }
  const auto [code, message] = example::failure_of([&] { read_all(folder.file()); });
  CHECK(code == ExitCode::bad_data);
  CHECK_THAT(message, Contains("an HDF5 file of another program"));
}

TEST_CASE("Links to other files and places are not followed") {
  const example::Folder folder;
  example::write(folder.file("secret.h5"));
  example::write(folder.file());
  const auto [link, target] =
      GENERATE(table<std::string, std::string>({{"sales", "/sales"}, {"daily/sales", ""}}));
  {
    const Hdf5Handle file(H5Fopen(folder.file().c_str(), H5F_ACC_RDWR, H5P_DEFAULT), H5Fclose);
    expect_hdf5(H5Ldelete(file.get(), link.c_str(), H5P_DEFAULT));
    if (target.empty()) {
      expect_hdf5(H5Lcreate_soft("/sales", file.get(), link.c_str(), H5P_DEFAULT, H5P_DEFAULT));
    } else {
      expect_hdf5(H5Lcreate_external(folder.file("secret.h5").c_str(), target.c_str(), file.get(),
                                     link.c_str(), H5P_DEFAULT, H5P_DEFAULT));
    }
  }
  const auto [code, message] = example::failure_of([&] { read_all(folder.file()); });
  CHECK(code == ExitCode::bad_data);
  CHECK_THAT(message, Contains("'sales' is a link to another place, which is not followed"));
}

TEST_CASE("Data kept outside the file or behind a foreign filter is not read") {
  const example::Folder folder;
  example::write(folder.file());
  example::put_bytes(folder.file("outside.bin"), std::string(30 * sizeof(double), 'x'));
  {
    const Hdf5Handle file(H5Fopen(folder.file().c_str(), H5F_ACC_RDWR, H5P_DEFAULT), H5Fclose);
    const hsize_t extent[] = {3, 2, 5};
    const Hdf5Handle space(H5Screate_simple(3, extent, nullptr), H5Sclose);
    const Hdf5Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose);
    SECTION("outside") {
      expect_hdf5(H5Pset_external(creation.get(), folder.file("outside.bin").c_str(), 0,
                                  30 * sizeof(double)));
    }
    SECTION("filter") {
      expect_hdf5(H5Pset_chunk(creation.get(), 3, extent));
      expect_hdf5(H5Pset_fletcher32(creation.get()));
    }
    expect_hdf5(H5Ldelete(file.get(), "sales", H5P_DEFAULT));
    const Hdf5Handle dataset(H5Dcreate2(file.get(), "sales", H5T_IEEE_F64LE, space.get(),
                                        H5P_DEFAULT, creation.get(), H5P_DEFAULT),
                             H5Dclose);
  }
  const ResultReader reader = ResultReader::open(folder.file());
  CHECK(example::failure_of([&] { reader.final_values(Measure::sales); }).first ==
        ExitCode::bad_data);
}

TEST_CASE("A file that claims more runs than it has room for is refused before they take memory") {
  const example::Folder folder;
  example::write(folder.file());
  {
    const Hdf5Handle file(H5Fopen(folder.file().c_str(), H5F_ACC_RDWR, H5P_DEFAULT), H5Fclose);
    const auto claim = [&](const char* name, hid_t type, const Extent& extent) {
      const Hdf5Handle space(
          H5Screate_simple(static_cast<int>(extent.size()), extent.data(), nullptr), H5Sclose);
      const Hdf5Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose);
      const Extent chunk(extent.size(), 1);  // of which none is ever written
      expect_hdf5(H5Pset_chunk(creation.get(), static_cast<int>(chunk.size()), chunk.data()));
      expect_hdf5(H5Ldelete(file.get(), name, H5P_DEFAULT));
      const Hdf5Handle dataset(
          H5Dcreate2(file.get(), name, type, space.get(), H5P_DEFAULT, creation.get(), H5P_DEFAULT),
          H5Dclose);
    };
    claim("replicate", H5T_STD_I32LE, {2'000'000'000});
    claim("run_status", H5T_STD_I8LE, {3, 2, 2'000'000'000});
  }
  const auto [code, message] = example::failure_of([&] { ResultReader::open(folder.file()); });
  CHECK(code == ExitCode::bad_data);
  CHECK_THAT(message, Contains("it is smaller than its runs"));
}
