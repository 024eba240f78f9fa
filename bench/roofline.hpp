// What the memory allows: bare kernels that do for each contact what no engine can avoid.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/draw_columns.hpp"
#include "core/elementary.hpp"

namespace rapport::bench {

/// Contacts with people in random order. The plain kernel changes a 16-byte record with prefetch,
/// takes one block of draws and two exp2. The full one touches the cache lines of an encounter of
/// the engine and takes as many draws: it also reads 16 bytes of traits and the person's
/// community, and takes a second block.
class Roofline {
 public:
  static constexpr std::size_t contacts = 1 << 20;

  explicit Roofline(std::uint32_t people)
      : records_(people, Record{0.5f, 0.5f, 0, 0}),
        traits_(people, Record{0.5f, 0.5f, 1, 1}),
        community_(people, 1),
        target_(contacts + ahead) {
    for (std::uint32_t k = 0; k < target_.size(); ++k) {
      const std::uint64_t word = draws_.word(PersonId{k}, 0, 0, Purpose::target);
      target_[k] = static_cast<std::uint32_t>((word * people) >> 32);
    }
    for (auto& lane : u_) lane.resize(batch);
  }

  void meet_all_plainly() {
    for (std::size_t begin = 0; begin < contacts; begin += batch) {
      draw(begin, Purpose::attention, 0);
      for (std::size_t i = begin; i < begin + batch; ++i) {
        __builtin_prefetch(&records_[target_[i + ahead]], 1);
        change(records_[target_[i]], i - begin, 1.0f);
      }
    }
  }

  void meet_all_fully() {
    for (std::size_t begin = 0; begin < contacts; begin += batch) {
      draw(begin, Purpose::attention, 0);
      draw(begin, Purpose::in_market, 4);
      for (std::size_t i = begin; i < begin + batch; ++i) {
        const std::uint32_t later = target_[i + ahead], now = target_[i];
        __builtin_prefetch(&records_[later], 1);
        __builtin_prefetch(&traits_[later]);
        __builtin_prefetch(&community_[later]);
        const float weight = traits_[now].trust * static_cast<float>(community_[now]);
        change(records_[now], i - begin, weight + u_[4][i - begin]);
      }
    }
  }

 private:
  struct Record {
    float trust, annoyance;
    std::uint32_t day, marks;
  };
  static constexpr std::size_t batch = 256, ahead = 64;

  void draw(std::size_t begin, Purpose purpose, std::size_t lane) {
    static constexpr std::uint32_t day[batch] = {}, sequence[batch] = {};
    draw_columns(draws_, {&target_[begin], day, sequence}, purpose, batch,
                 {u_[lane].data(), u_[lane + 1].data(), u_[lane + 2].data(), u_[lane + 3].data()});
  }
  void change(Record& record, std::size_t i, float weight) {
    record.trust = record.trust * exp2_kernel(-u_[0][i]) + u_[1][i] * 0.1f * weight;
    record.annoyance = record.annoyance * exp2_kernel(-u_[2][i]) + u_[3][i] * 0.1f;
    ++record.marks;
  }

  Draws draws_{1, 0};
  std::vector<Record> records_, traits_;
  std::vector<std::uint32_t> community_, target_;
  std::vector<float> u_[8];
};

}  // namespace rapport::bench
