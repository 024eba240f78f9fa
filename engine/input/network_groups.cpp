#include "input/network_groups.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <unordered_map>

#include "core/failure.hpp"
#include "input/network_columns.hpp"
#include "input/network_lines.hpp"
#include "input/network_mistakes.hpp"

namespace rapport {
namespace {

/// Shorter numbers first, then by text: the order of whole numbers without leading zeros.
struct ByValue {
  bool operator()(const std::string& a, const std::string& b) const {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  }
};

bool is_whole_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos &&
         (text.size() == 1 || text.front() != '0');
}

std::vector<std::string> sorted_names(const std::vector<std::string>& label_of) {
  std::set<std::string> distinct(label_of.begin(), label_of.end());
  std::vector<std::string> names(distinct.begin(), distinct.end());
  if (std::all_of(names.begin(), names.end(), is_whole_number)) {
    std::sort(names.begin(), names.end(), ByValue());
  }
  return names;
}

class GroupReader {
 public:
  GroupReader(const std::string& path, const Network& network)
      : path_(path), lines_(path), mistakes_(path), network_(network) {
    for (std::size_t p = 0; p < network.labels.size(); ++p) {
      people_.try_emplace(network.labels[p], static_cast<std::uint32_t>(p));
    }
    label_of_.resize(network.labels.size());
  }

  /// The label of each person.
  std::vector<std::string> read() {
    bool is_first = true;
    while (const auto line = lines_.next()) {
      if (is_first) separator_ = separator_of(*line);
      take(split_columns(*line, separator_), is_first);
      is_first = false;
    }
    mistakes_.throw_if_any("a line is the id of a person of the network and the label of a group");
    require_everyone();
    return std::move(label_of_);
  }

 private:
  void take(const Columns& columns, bool may_be_header) {
    const auto mistake = [&](const std::string& why) { mistakes_.add(lines_.number(), why); };
    if (columns.count < 2 || columns.text[1].empty()) {
      return mistake("one column (a group needs the id of a person and a label)");
    }
    const auto person = person_of(columns.text[0]);
    if (!person) {
      // The first line may be a header: a word that is nobody's id.
      if (may_be_header && !is_number(columns.text[0])) return;
      return mistake(fmt::format("id {} is not in the network", quoted(columns.text[0])));
    }
    std::string& label = label_of_[*person];
    if (!label.empty() && label != columns.text[1]) {
      return mistake(fmt::format("id {} has the label {} already (a person is in one group)",
                                 quoted(columns.text[0]), quoted(label)));
    }
    label = columns.text[1];
  }

  /// Ids are compared as text, then as numbers ("007" is 7 where ids are numbers).
  std::optional<std::uint32_t> person_of(std::string_view id) const {
    auto entry = people_.find(std::string(id));
    if (entry == people_.end()) {
      const auto number = whole_number_in(id, 4'294'967'295u);
      if (number) entry = people_.find(std::to_string(*number));
    }
    if (entry == people_.end()) return std::nullopt;
    return entry->second;
  }

  void require_everyone() const {
    std::size_t missing = 0;
    std::string first;
    for (std::size_t p = 0; p < label_of_.size(); ++p) {
      if (!label_of_[p].empty()) continue;
      ++missing;
      if (missing <= 5) first += (missing == 1 ? "" : ", ") + quoted(network_.labels[p]);
    }
    if (missing == 0) return;
    throw Failure(ExitCode::bad_data,
                  fmt::format("{}: error: {} of {} people have no group (the first are {}); add a "
                              "line for each, or leave `groups` out",
                              path_, missing, label_of_.size(), first));
  }

  std::string path_;
  NetworkLines lines_;
  NetworkMistakes mistakes_;
  const Network& network_;
  std::unordered_map<std::string, std::uint32_t> people_;
  std::vector<std::string> label_of_;
  Separator separator_ = Separator::comma;
};

}  // namespace

void read_groups(const std::string& path, Network& network) {
  const std::vector<std::string> label_of = GroupReader(path, network).read();
  network.community_names = sorted_names(label_of);
  network.communities = static_cast<std::uint32_t>(network.community_names.size());
  std::unordered_map<std::string, std::uint32_t> number_of;
  for (std::uint32_t c = 0; c < network.communities; ++c) {
    number_of.emplace(network.community_names[c], c);
  }
  std::vector<std::uint32_t> community;
  community.reserve(label_of.size());
  for (const std::string& label : label_of) community.push_back(number_of.at(label));
  network.community = std::move(community);
}

}  // namespace rapport
