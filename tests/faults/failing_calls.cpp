// A library to be preloaded: lets the k-th write, sync or rename under one folder fail, or the k-th
// regular network, and with it a run that draws its own.
//
// FAIL_CALL is write, sync, rename or network, FAIL_AT is k (counted from 1), FAIL_UNDER the
// folder or how paths begin, and FAIL_WITH the errno; with "kill" the process dies before the call.
// Calls after the k-th one fail as well with FAIL_ON=1, as on a disk that is gone. A file at
// FAIL_NOTE is made when the call has failed.
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <string>
#include <sys/uio.h>
#include <unistd.h>

namespace {

std::string text_of(const char* name) {
  const char* text = std::getenv(name);
  return text == nullptr ? "" : text;
}

struct Settings {
  std::string call = text_of("FAIL_CALL"), under = text_of("FAIL_UNDER"),
              with = text_of("FAIL_WITH"), note = text_of("FAIL_NOTE");
  long at = std::atol(text_of("FAIL_AT").c_str());
  bool on = text_of("FAIL_ON") == "1";
};

const Settings& settings() {
  static const Settings all;
  return all;
}

// Read before main: MPI changes the environment while its own threads already write.
[[maybe_unused]] const Settings& read_early = settings();

template <class Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

bool is_under(const char* path) {
  const std::string& folder = settings().under;
  return !folder.empty() && std::strncmp(path, folder.c_str(), folder.size()) == 0;
}

bool is_under(int file) {
  std::array<char, 4096> path{};
  const std::string link = "/proc/self/fd/" + std::to_string(file);
  const ssize_t length = ::readlink(link.c_str(), path.data(), path.size() - 1);
  return length > 0 && is_under(path.data());
}

void note_failure() {
  const int file = ::open(settings().note.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (file >= 0) ::close(file);
}

bool is_failing(const char* call) {
  return settings().call == call;
}

/// Counts a call of the kind that fails; whether it is to fail, errno is set then.
bool is_its_turn() {
  static std::atomic<long> count = 0;
  const long now = ++count, at = settings().at;
  if (now < at || (now > at && !settings().on)) return false;
  note_failure();
  if (settings().with == "kill") ::kill(::getpid(), SIGKILL);
  errno = std::atoi(settings().with.c_str());
  return true;
}

template <class Where>
bool fails(const char* call, Where where) {
  return is_failing(call) && is_under(where) && is_its_turn();
}

}  // namespace

extern "C" {

ssize_t write(int file, const void* bytes, size_t size) {
  if (fails("write", file)) return -1;
  return real<ssize_t(int, const void*, size_t)>("write")(file, bytes, size);
}

ssize_t writev(int file, const struct iovec* parts, int count) {
  if (fails("write", file)) return -1;
  return real<ssize_t(int, const struct iovec*, int)>("writev")(file, parts, count);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) {
  if (fails("write", file)) return -1;
  return real<ssize_t(int, const void*, size_t, off_t)>("pwrite")(file, bytes, size, at);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
  if (fails("write", file)) return -1;
  return real<ssize_t(int, const void*, size_t, off64_t)>("pwrite64")(file, bytes, size, at);
}

int fsync(int file) {
  if (fails("sync", file)) return -1;
  return real<int(int)>("fsync")(file);
}

int fdatasync(int file) {
  if (fails("sync", file)) return -1;
  return real<int(int)>("fdatasync")(file);
}

int rename(const char* from, const char* to) {
  if (fails("rename", to)) return -1;
  return real<int(const char*, const char*)>("rename")(from, to);
}

/// Of igraph, with its types spelled out: this library is loaded into programs without it, too.
int igraph_k_regular_game(void* graph, std::int64_t people, std::int64_t degree, bool directed,
                          bool multiple) {
  constexpr int no_memory = 2;  // IGRAPH_ENOMEM
  if (is_failing("network") && is_its_turn()) return no_memory;
  return real<int(void*, std::int64_t, std::int64_t, bool, bool)>("igraph_k_regular_game")(
      graph, people, degree, directed, multiple);
}

}  // extern "C"
