// Opinion hardening: views are plastic while they form, and set with every contact.
#pragma once

#include "core/elementary.hpp"
#include "parameters/parameters.hpp"

namespace rapport {

/// Share of a change of trust that is left after so many contacts: floor + (1 - floor) 2^(-n / h).
class Plasticity {
 public:
  explicit Plasticity(const Parameters& parameters)
      : rate_(static_cast<float>(-1.0 / parameters.opinion_hardening.half_contacts)),
        floor_(static_cast<float>(parameters.opinion_hardening.floor)) {}

  /// Whether views ever harden.
  bool hardens() const { return floor_ < 1.0f; }
  float after(float contacts) const {
    return floor_ + (1.0f - floor_) * exp2_kernel(contacts * rate_);
  }

 private:
  float rate_, floor_;
};

}  // namespace rapport
