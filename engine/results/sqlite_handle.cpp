#include "results/sqlite_handle.hpp"

#include <bit>
#include <cstring>

#include "core/failure.hpp"
#include "results/output_file.hpp"

namespace rapport {

// Blobs hold little-endian numbers; every processor rapport is built for stores them so.
static_assert(std::endian::native == std::endian::little);

Database::Database(std::string path, Create create) : path_(std::move(path)) {
  sqlite3* handle = nullptr;
  // Read-write even for readers: only such a handle can roll back what a killed process left half
  // written. SQLite falls back to reading alone where the file allows no more.
  const int flags =
      SQLITE_OPEN_READWRITE | (create == Create::when_missing ? SQLITE_OPEN_CREATE : 0);
  const int code = sqlite3_open_v2(path_.c_str(), &handle, flags, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(code);
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, 10'000);  // ms; a reader waits for the commit of a batch
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
}

void Database::fail(int code) const {
  const int cause = sqlite3_system_errno(handle_.get());
  // What was found in a row is no error to SQLite, which then tells of something else.
  const bool its_own = handle_ && (sqlite3_errcode(handle_.get()) & 0xff) == (code & 0xff);
  const std::string message = its_own ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
  switch (code & 0xff) {
    case SQLITE_FULL:
      throw cannot_write(path_, ENOSPC);
    case SQLITE_IOERR:
      if (cause != 0) throw cannot_write(path_, cause);
      throw Failure(ExitCode::input_output, path_ + ": cannot read or write (" + message + ")");
    case SQLITE_CANTOPEN:
      throw cannot_create(path_, cause == 0 ? EACCES : cause);
    case SQLITE_READONLY:
    case SQLITE_PERM:
      throw cannot_create(path_, EACCES);
    case SQLITE_NOTADB:
      throw Failure(ExitCode::bad_data,
                    path_ + ": is no journal of rapport (not an SQLite database)");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Failure(ExitCode::input_output,
                    path_ + ": is in use by another process; wait until it has ended");
    case SQLITE_CORRUPT:
    case SQLITE_ERROR:  // all statements are constant, so it is the tables that are not ours
      throw damaged_file(path_, "or no journal of rapport: " + message);
    default:
      throw Failure(ExitCode::input_output, path_ + ": cannot read or write (" + message + ")");
  }
}

void Database::execute(const char* sql) {
  const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

Statement::Statement(const Database& database, std::string_view sql) : database_(&database) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(database.get(), sql.data(), static_cast<int>(sql.size()),
                                      &statement, nullptr);
  statement_.reset(statement);
  if (code != SQLITE_OK) database.fail(code);
}

Statement& Statement::bind_integer(int parameter, std::int64_t value) {
  const int code = sqlite3_bind_int64(statement_.get(), parameter, value);
  if (code != SQLITE_OK) database_->fail(code);
  return *this;
}

Statement& Statement::bind(int parameter, double value) {
  const int code = sqlite3_bind_double(statement_.get(), parameter, value);
  if (code != SQLITE_OK) database_->fail(code);
  return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
  const int code = sqlite3_bind_text64(statement_.get(), parameter, text.data(), text.size(),
                                       SQLITE_STATIC, SQLITE_UTF8);
  if (code != SQLITE_OK) database_->fail(code);
  return *this;
}

Statement& Statement::bind_blob(int parameter, const void* data, std::size_t bytes) {
  const int code =
      bytes == 0 ? sqlite3_bind_zeroblob(statement_.get(), parameter, 0)
                 : sqlite3_bind_blob64(statement_.get(), parameter, data, bytes, SQLITE_STATIC);
  if (code != SQLITE_OK) database_->fail(code);
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_->fail(code);
  return false;
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
}

void Statement::run() {
  step();
  reset();
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}

std::string Statement::text(int column) const {
  const unsigned char* text = sqlite3_column_text(statement_.get(), column);
  if (text == nullptr) return {};
  return std::string(reinterpret_cast<const char*>(text),
                     static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

void Statement::add_row(Checksum& checksum) const {
  const auto add = [&](const auto& number) { checksum.add(std::as_bytes(std::span(&number, 1))); };
  for (int column = 0; column < sqlite3_column_count(statement_.get()); ++column) {
    const int kind = sqlite3_column_type(statement_.get(), column);
    add(kind);
    if (kind == SQLITE_INTEGER) add(integer(column));
    if (kind == SQLITE_FLOAT) add(real(column));
    if (kind != SQLITE_TEXT && kind != SQLITE_BLOB) continue;
    const auto bytes = blob<std::byte>(column);
    add(bytes.size());
    checksum.add(bytes);
  }
}

std::size_t Statement::blob_bytes(int column, std::size_t unit) const {
  const auto bytes = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  if (bytes % unit != 0) database_->fail(SQLITE_CORRUPT);
  return bytes;
}

void Statement::copy_blob(int column, void* to) const {
  const void* from = sqlite3_column_blob(statement_.get(), column);
  const auto bytes = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  if (from != nullptr && bytes > 0) std::memcpy(to, from, bytes);
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  // After some errors SQLite has rolled back by itself; then this does nothing.
  if (open_) sqlite3_exec(database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  database_.execute("COMMIT");
  open_ = false;
}

}  // namespace rapport
