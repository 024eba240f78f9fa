// Opinion hardening: views are plastic while they form, and set with age and with every contact.
#pragma once

#include "core/elementary.hpp"
#include "parameters/parameters.hpp"

namespace rapport {

/// Share of a change of trust that is left after n contacts, d days after the view began to form:
/// floor + (1 - floor) 2^(-n / half_contacts - d / half_days).
class Plasticity {
 public:
  explicit Plasticity(const Parameters& parameters)
      : by_contact_(static_cast<float>(-1.0 / parameters.opinion_hardening.half_contacts)),
        by_day_(static_cast<float>(-1.0 / parameters.opinion_hardening.half_days)),
        floor_(static_cast<float>(parameters.opinion_hardening.floor)) {}

  /// Whether views ever harden.
  bool hardens() const { return floor_ < 1.0f; }
  float after(float contacts, float days) const {
    return floor_ + (1.0f - floor_) * exp2_kernel(contacts * by_contact_ + days * by_day_);
  }

 private:
  float by_contact_, by_day_, floor_;
};

}  // namespace rapport
