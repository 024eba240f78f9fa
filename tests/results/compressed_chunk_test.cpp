#include "results/compressed_chunk.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "example.hpp"
#include "results/hdf5_output.hpp"

using namespace rapport;

TEST_CASE("A chunk compressed beside HDF5 has the bytes that HDF5's own filters give it") {
  const example::Folder folder;
  // 20,000 values: two whole chunks, and one that the dataset fills in part.
  std::vector<float> values(20'000);
  for (std::size_t k = 0; k < values.size(); ++k) {
    values[k] = static_cast<float>(k % 100 < 70 ? 0 : k / 50);
  }
  const Hdf5Output file(folder.file());
  const Axis axis = create_index_axis(file.root(), "day", values.size());
  const Hdf5Handle dataset =
      create_dataset<float>(file.root(), "values", {&axis}, Storage::compressed);
  write_block<float>(dataset, {0}, {values.size()}, values);

  const hsize_t of_chunk = compressed_block({values.size()})[0];
  REQUIRE(2 * of_chunk < values.size());
  REQUIRE(3 * of_chunk > values.size());
  values.resize(3 * of_chunk, std::numeric_limits<float>::quiet_NaN());
  for (hsize_t first = 0; first < values.size(); first += of_chunk) {
    hsize_t bytes = 0;
    expect_hdf5(H5Dget_chunk_storage_size(dataset.get(), &first, &bytes));
    std::vector<std::byte> stored(bytes);
    std::uint32_t filters_left_out = 1;
    expect_hdf5(
        H5Dread_chunk(dataset.get(), H5P_DEFAULT, &first, &filters_left_out, stored.data()));
    CHECK(filters_left_out == 0);
    const auto chunk = std::span<const float>(values).subspan(first, of_chunk);
    CHECK(compressed_chunk(std::as_bytes(chunk), sizeof(float)) == stored);
  }
}

TEST_CASE("A chunk that cannot be compressed is read back as it was") {
  const example::Folder folder;
  const Hdf5Output file(folder.file());
  const Axis axis = create_index_axis(file.root(), "day", 1'000);
  const Hdf5Handle dataset =
      create_dataset<float>(file.root(), "values", {&axis}, Storage::compressed);
  std::vector<float> values(1'000);
  std::uint32_t state = 1;
  for (float& value : values)
    value = static_cast<float>(state = state * 1'664'525u + 1'013'904'223u);
  write_chunk(dataset, {0}, compressed_chunk(std::as_bytes(std::span(values)), sizeof(float)));
  std::vector<float> again(values.size());
  expect_hdf5(
      H5Dread(dataset.get(), H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, again.data()));
  CHECK(again == values);
}
