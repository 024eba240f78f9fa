#include "core/draw_columns.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#include "core/wide_philox.hpp"
#define RAPPORT_WIDE_PHILOX 1
#endif

namespace rapport {
namespace {

void draw_one_by_one(const Draws& draws, const DrawAddresses& at, Purpose purpose,
                     std::size_t count, const std::array<float*, 4>& out) {
  const std::size_t end = (count + draws_at_once - 1) / draws_at_once * draws_at_once;
  for (std::size_t i = 0; i < end; ++i) {
    const DrawBlock words =
        draws.block(at.person[i], static_cast<Day>(at.day[i]), at.sequence[i], purpose);
    for (std::size_t lane = 0; lane < 4; ++lane) out[lane][i] = unit_interval(words[lane]);
  }
}

#ifdef RAPPORT_WIDE_PHILOX
using WideDraw = void (*)(const WideAddresses&, std::size_t, float* const (&)[4]);

// The widest that this processor has; null when it has none.
WideDraw widest() {
  if (__builtin_cpu_supports("avx512f")) return draw_by_16;
  if (__builtin_cpu_supports("avx2")) return draw_by_8;
  return nullptr;
}
#endif

}  // namespace

void draw_columns(const Draws& draws, const DrawAddresses& addresses, Purpose purpose,
                  std::size_t count, const std::array<float*, 4>& out) {
#ifdef RAPPORT_WIDE_PHILOX
  static const WideDraw draw_wide = widest();
  if (draw_wide) {
    const WideAddresses at = {addresses.person,
                              addresses.day,
                              addresses.sequence,
                              static_cast<std::uint32_t>(purpose) / 4,
                              {draws.key()[0], draws.key()[1]}};
    draw_wide(at, count, {out[0], out[1], out[2], out[3]});
    return;
  }
#endif
  draw_one_by_one(draws, addresses, purpose, count, out);
}

}  // namespace rapport
