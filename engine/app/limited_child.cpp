#include "app/limited_child.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fmt/format.h>
#include <iostream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/failure.hpp"

namespace rapport {
namespace {

void limit(int resource, std::uint64_t most) {
  const rlimit limits{most, most};
  ::setrlimit(static_cast<__rlimit_resource>(resource), &limits);
}

void write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string read_all(int file) {
  std::string text;
  std::array<char, 4096> buffer{};
  while (true) {
    const ssize_t got = ::read(file, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

// Sanitizers spread their own records over terabytes of addresses, most of which are never used.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool address_space_is_sparse = true;
#else
constexpr bool address_space_is_sparse = false;
#endif

/// What the child does: its answer goes through the pipe, its exit code says what kind it is.
[[noreturn]] void be_child(int pipe, const std::string& path, const ChildLimits& limits,
                           const std::function<std::string()>& act) {
  if (!address_space_is_sparse) limit(RLIMIT_AS, limits.bytes);
  limit(RLIMIT_CPU, limits.seconds);
  limit(RLIMIT_CORE, 0);
  // A crash ends the child, whatever handlers the parent has.
  for (const int crash : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL}) ::signal(crash, SIG_DFL);
  int code = static_cast<int>(ExitCode::done);
  try {
    write_all(pipe, act());
  } catch (const Failure& failure) {
    code = static_cast<int>(failure.code());
    write_all(pipe, failure.what());
  } catch (const std::bad_alloc&) {
    code = static_cast<int>(ExitCode::bad_data);
    write_all(pipe, fmt::format("{}: is damaged or too large (reading it takes more than {} MiB of "
                                "memory); do not use it",
                                path, limits.bytes >> 20));
  } catch (const std::exception& error) {
    code = static_cast<int>(ExitCode::bad_data);
    write_all(pipe, fmt::format("{}: is damaged (reading it fails: {}); do not use it", path,
                                error.what()));
  }
  ::_exit(code);  // nothing of the parent is flushed twice
}

Failure ended_by(int signal, const std::string& path, const ChildLimits& limits) {
  const std::string reason = signal == SIGXCPU || signal == SIGKILL
                                 ? fmt::format("reading it takes longer than {} s", limits.seconds)
                                 : fmt::format("reading it crashes: {}", ::strsignal(signal));
  return Failure(ExitCode::bad_data, path + ": is damaged (" + reason + "); do not use it");
}

}  // namespace

std::string in_limited_child(const std::string& path, const ChildLimits& limits,
                             const std::function<std::string()>& act) {
  std::cout.flush();
  std::cerr.flush();
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) {
    throw Failure(ExitCode::input_output, fmt::format("no pipe ({})", std::strerror(errno)));
  }
  const pid_t child = ::fork();
  if (child < 0) {
    throw Failure(ExitCode::input_output,
                  fmt::format("no process for a file from elsewhere can be started ({}, see "
                              "ulimit -u); run again where there is room for one",
                              std::strerror(errno)));
  }
  if (child == 0) {
    ::close(ends[0]);
    be_child(ends[1], path, limits, act);
  }
  ::close(ends[1]);
  std::string answer = read_all(ends[0]);
  ::close(ends[0]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFSIGNALED(status)) throw ended_by(WTERMSIG(status), path, limits);
  if (WEXITSTATUS(status) == 0) return answer;
  throw Failure(static_cast<ExitCode>(WEXITSTATUS(status)), answer);
}

}  // namespace rapport
