#include <fmt/format.h>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/limited_child.hpp"
#include "core/counted.hpp"
#include "results/verify_result.hpp"

namespace rapport {
namespace {

CommandUsage verify_usage() {
  CommandUsage usage{.name = "verify",
                     .synopsis = "RESULT.h5 [--json]",
                     .meaning =
                         "Checks that a result, or the journal of an unfinished one, is what was "
                         "written: schema, checksums, digests, every measure. Reads it in a "
                         "process of its own with 4 GiB of memory and ten minutes, follows no "
                         "links and loads no plug-ins, so that files from elsewhere can be "
                         "looked at.",
                     .words = {"result"}};
  usage.options.add_options()("quiet", "print nothing when it is whole")(
      "json", "print what was found as JSON");
  return usage;
}

std::string text_of(const Verified& found) {
  std::string runs = fmt::format("{} of {} done", found.done,
                                 counted(found.runs - found.not_needed, "run", "runs"));
  if (found.failed > 0) runs += fmt::format(", {} failed", found.failed);
  if (found.is_journal) return fmt::format("whole: {} (a journal: {})\n", found.path, runs);
  return fmt::format(
      "whole: {} ({}; content {}{})\n", found.path, runs, found.content_digest,
      found.is_sealed ? "" : "; without a seal: another program has changed something beside it");
}

std::string json_of(const Verified& found) {
  return nlohmann::ordered_json{{"file", found.path},
                                {"whole", true},
                                {"journal", found.is_journal},
                                {"sealed", found.is_sealed},
                                {"runs", found.runs},
                                {"done", found.done},
                                {"failed", found.failed},
                                {"not_needed", found.not_needed},
                                {"content_digest", found.content_digest}}
             .dump(2) +
         '\n';
}

}  // namespace

int verify_command(std::span<const std::string> arguments) {
  const CommandUsage usage = verify_usage();
  const auto values = parse_arguments(usage, arguments);
  if (!values) return 0;
  const std::string path = required_word(*values, usage, "result");
  const bool json = values->count("json") > 0;
  const std::string found = in_limited_child(path, {}, [&] {
    const Verified verified = verify_result(path);
    return json ? json_of(verified) : text_of(verified);
  });
  if (json || values->count("quiet") == 0) std::cout << found;
  return 0;
}

}  // namespace rapport
