// An array that is only read, wherever its memory comes from.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace rapport {

/// Elements of a vector, or of a file that is mapped into memory. Copies share the elements; the
/// memory lives as long as one of them. Reading costs what reading through a pointer costs.
template <class T>
class SharedArray {
 public:
  SharedArray() = default;
  template <class Allocator>
  SharedArray(std::vector<T, Allocator> elements) {
    const auto owner = std::make_shared<const std::vector<T, Allocator>>(std::move(elements));
    elements_ = *owner;
    owner_ = owner;
  }
  /// `owner` keeps the memory of the elements.
  SharedArray(std::span<const T> elements, std::shared_ptr<const void> owner)
      : elements_(elements), owner_(std::move(owner)) {}

  operator std::span<const T>() const { return elements_; }
  const T& operator[](std::size_t place) const { return elements_[place]; }
  const T* data() const { return elements_.data(); }
  std::size_t size() const { return elements_.size(); }
  bool empty() const { return elements_.empty(); }
  auto begin() const { return elements_.begin(); }
  auto end() const { return elements_.end(); }

  friend bool operator==(const SharedArray& a, std::span<const T> b) {
    return std::ranges::equal(a.elements_, b);
  }

 private:
  std::span<const T> elements_;
  std::shared_ptr<const void> owner_;
};

}  // namespace rapport
