// The real program as a process of its own, to be stopped, asked to end or killed.
#pragma once

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <thread>
#include <vector>

#include "tests/app/program.hpp"

namespace rapport::test {

/// Killed with the object when it still runs.
class RunningProgram {
 public:
  explicit RunningProgram(std::vector<std::string> words) {
    std::string program = RAPPORT_PROGRAM;
    std::vector<char*> arguments = {program.data()};
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const std::string out = folder_ / "out", err = folder_ / "err";
    pid_ = ::fork();
    if (pid_ != 0) return;
    ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT, 0600), STDOUT_FILENO);
    ::dup2(::open(err.c_str(), O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }
  ~RunningProgram() {
    if (pid_ <= 0) return;
    send(SIGKILL);
    wait();
  }
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  void send(int signal) const { ::kill(pid_, signal); }
  ProgramRun wait() {
    int status = 0;
    rusage usage{};
    ::wait4(pid_, &status, 0, &usage);
    pid_ = -1;
    most_memory_ = usage.ru_maxrss;
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 256 + WTERMSIG(status),
            bytes_of(folder_ / "out"), bytes_of(folder_ / "err")};
  }
  /// That it has taken, in KiB; 0 before `wait`.
  long most_memory() const { return most_memory_; }

 private:
  TemporaryFolder folder_;
  pid_t pid_ = -1;
  long most_memory_ = 0;
};

/// Waits for the file to hold something; false when it does not within a minute.
inline bool wait_for(const std::string& path) {
  std::error_code error;
  for (int k = 0; k < 60'000; ++k) {
    if (std::filesystem::file_size(path, error) > 0 && !error) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return false;
}

}  // namespace rapport::test
