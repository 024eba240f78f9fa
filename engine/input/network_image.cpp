#include "input/network_image.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <fmt/format.h>
#include <vector>

#include "input/content_hash.hpp"
#include "input/mapped_file.hpp"
#include "input/new_file.hpp"

namespace rapport {
namespace {

using Bytes = std::span<const std::byte>;

/// What stands behind the head, in this order.
enum Section : std::size_t { key_text, names, labels, offsets, targets, community, strength };
constexpr std::size_t sections = strength + 1;

constexpr std::size_t page = 4096;  // each section begins on one
constexpr std::size_t checked_at_once = std::size_t{1} << 24;
constexpr std::array<char, 16> network_mark = {'r', 'a', 'p', 'p', 'o', 'r', 't', ' ',
                                               'n', 'e', 't', 'w', 'o', 'r', 'k', '\n'};

/// The first page of the file. A new layout takes a new version.
struct Head {
  std::array<char, 16> mark = network_mark;
  std::uint32_t byte_order = 0x01020304;  // reads otherwise where bytes are in another order
  std::uint32_t version = 1;
  std::uint64_t communities = 0;
  std::array<std::uint64_t, sections> bytes{};
  std::uint64_t checksum = 0;       // of the sections
  std::uint64_t head_checksum = 0;  // of this head with 0 in this place
};
static_assert(sizeof(Head) <= page);

using Sections = std::array<Bytes, sections>;

std::uint64_t begin_of(const Head& head, std::size_t section) {
  std::uint64_t begin = page;
  for (std::size_t k = 0; k < section; ++k) begin += (head.bytes[k] + page - 1) / page * page;
  return begin;
}

std::uint64_t own_checksum(Head head) {
  head.head_checksum = 0;
  return checksum_of(std::as_bytes(std::span(&head, 1)));
}

/// Of the checksums of all stretches of all sections, so that several can be read at once.
std::uint64_t checksum_of_all(const Sections& content, const Crew& crew) {
  std::vector<Bytes> stretches;
  for (Bytes left : content) {
    while (!left.empty()) {
      stretches.push_back(left.first(std::min(left.size(), checked_at_once)));
      left = left.subspan(stretches.back().size());
    }
  }
  std::vector<std::uint64_t> checksums(stretches.size());
  crew(stretches.size(), [&](std::size_t k) { checksums[k] = checksum_of(stretches[k]); });
  return checksum_of(std::as_bytes(std::span(checksums)));
}

/// Texts without a zero byte, one after the other with a zero byte behind each.
std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all.append(text).push_back('\0');
  return all;
}

std::vector<std::string> apart(Bytes bytes) {
  std::string_view left(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  std::vector<std::string> texts;
  while (!left.empty()) {
    texts.emplace_back(left.substr(0, left.find('\0')));
    left.remove_prefix(std::min(left.size(), texts.back().size() + 1));
  }
  return texts;
}

template <class T>
SharedArray<T> array_in(Bytes bytes, const std::shared_ptr<const MappedFile>& file) {
  return {std::span(reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)), file};
}

Head head_of(Bytes file) {
  Head head;
  if (file.size() < page) throw ImageProblem("it ends within its head");
  std::memcpy(&head, file.data(), sizeof head);
  const Head expected;
  if (head.mark != expected.mark) throw ImageProblem("it is no network of rapport");
  if (head.byte_order != expected.byte_order) {
    throw ImageProblem("a machine with another order of bytes wrote it");
  }
  if (head.version != expected.version) {
    throw ImageProblem(fmt::format("it is of version {}, this rapport reads version {}",
                                   head.version, expected.version));
  }
  if (head.head_checksum != own_checksum(head)) throw ImageProblem("its head is damaged");
  if (begin_of(head, sections) != file.size()) {
    throw ImageProblem(
        fmt::format("it has {} bytes and should have {}", file.size(), begin_of(head, sections)));
  }
  return head;
}

std::shared_ptr<const MappedFile> map(const std::string& path) {
  try {
    return std::make_shared<const MappedFile>(path);
  } catch (const boost::interprocess::interprocess_exception& error) {
    throw ImageProblem(error.what());
  }
}

void write(NewFile& file, const Head& head, const Sections& content) {
  file.make_room(begin_of(head, sections));
  file.write(std::as_bytes(std::span(&head, 1)), 0);
  for (std::size_t k = 0; k < sections; ++k) file.write(content[k], begin_of(head, k));
}

}  // namespace

void write_network_image(const std::string& path, const std::string& key, const Network& network,
                         const Crew& crew) {
  const std::string all_names = joined(network.community_names),
                    all_labels = joined(network.labels);
  Sections content;
  content[key_text] = std::as_bytes(std::span(key));
  content[names] = std::as_bytes(std::span(all_names));
  content[labels] = std::as_bytes(std::span(all_labels));
  content[offsets] = std::as_bytes(network.graph.offsets());
  content[targets] = std::as_bytes(network.graph.targets());
  content[community] = std::as_bytes(std::span<const std::uint32_t>(network.community));
  content[strength] = std::as_bytes(std::span<const float>(network.strength));
  Head head;
  head.communities = network.communities;
  std::ranges::transform(content, head.bytes.begin(), [](Bytes bytes) { return bytes.size(); });
  head.checksum = checksum_of_all(content, crew);
  head.head_checksum = own_checksum(head);
  NewFile file(path);
  write(file, head, content);
  file.finish();
}

Network map_network_image(const std::string& path, const std::string& key, const Crew& crew) {
  const auto file = map(path);
  const Head head = head_of(file->bytes());
  Sections content;
  for (std::size_t k = 0; k < sections; ++k) {
    content[k] = file->bytes().subspan(begin_of(head, k), head.bytes[k]);
  }
  if (head.checksum != checksum_of_all(content, crew)) throw ImageProblem("its content is damaged");
  if (!std::ranges::equal(content[key_text], std::as_bytes(std::span(key)))) {
    throw ImageProblem("it holds another network");
  }
  Network network;
  network.graph = Graph(array_in<std::uint64_t>(content[offsets], file),
                        array_in<std::uint32_t>(content[targets], file));
  network.community = array_in<std::uint32_t>(content[community], file);
  network.communities = static_cast<std::uint32_t>(head.communities);
  network.strength = array_in<float>(content[strength], file);
  network.community_names = apart(content[names]);
  network.labels = apart(content[labels]);
  return network;
}

}  // namespace rapport
