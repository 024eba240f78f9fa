#include "simulation/keep_read.hpp"

#include "core/clones.hpp"
#include "encounter/rows.hpp"

namespace rapport {
namespace {

struct Delivery {
  std::uint32_t delivered = 0, read = 0, newly_touched = 0;
};

RAPPORT_CLONES void count(const Batch& b, Delivery& delivery) {
  std::uint32_t delivered = 0, read = 0, newly_touched = 0;
  for (std::size_t i = 0; i < b.size; ++i) {
    delivered += b.delivered[i];
    read += b.read[i];
    newly_touched += b.delivered[i] & static_cast<std::uint32_t>((b.marks[i] & mark::touched) == 0);
  }
  delivery = {delivered, read, newly_touched};
}

std::int64_t count_connected(const Batch& b) {
  std::int64_t connected = 0;
  for (std::size_t i = 0; i < b.size; ++i) connected += (b.marks[i] & mark::connected) != 0;
  return connected;
}

RAPPORT_CLONES Rows newly_touched_unread(const Batch& b) {
  return rows_where(b.size, [&](std::size_t i) {
    return b.delivered[i] & ~b.read[i] &
           static_cast<std::uint32_t>((b.marks[i] & mark::touched) == 0);
  });
}

// Of whoever got a message and did not read it this much is kept.
void note_unread(WorldState& world, const Batch& b, Ledger& ledger) {
  for (const std::uint32_t i : newly_touched_unread(b)) {
    Relation& relation = world.relations.all()[b.target[i]];
    if ((relation.marks & mark::noted) == 0) ledger.noted.push_back(b.target[i]);
    relation.marks |= mark::noted | mark::touched;
  }
}

void let_unread_go(Batch& b) {
  const ChosenRows read = chosen_rows(b.read.data(), b.size);
  // The sequence is the same in all rows: all come from the_sender in one turn, see draw_sequence.
  for (Column<std::uint32_t>* column : {&b.target, &b.topic}) keep_rows(column->data(), read);
  for (Column<float>* column : {&b.annoyance, &b.response_draw, &b.exit_draw, &b.share_draw}) {
    keep_rows(column->data(), read);
  }
  const Rows rows = rows_with(b.read, b.size);
  for (PackedColumn* column : {&b.kept, &b.person}) keep_rows(*column, rows);
  b.size = rows.count;
}

}  // namespace

void keep_read(WorldState& world, Batch& b, Ledger& ledger) {
  if (!b.from_sender()) return;  // news and visits are not overlooked
  Delivery delivery;
  count(b, delivery);
  if (row_of(b.channel()).answer == Answer::connection) {
    ledger.idle_invitations += count_connected(b);
  }
  ledger.delivered += delivery.delivered;
  ledger.read += delivery.read;
  ledger.newly_touched += delivery.newly_touched;
  note_unread(world, b, ledger);
  let_unread_go(b);
}

}  // namespace rapport
