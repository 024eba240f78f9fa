# One static library per folder. A folder names the layers it may see; the architecture test checks
# the includes against the same order.

add_library(rapport_options INTERFACE)
target_compile_features(rapport_options INTERFACE cxx_std_20)
# Warnings are errors for those who write it, with the compiler of Debian 12. What another one warns
# of, on a cluster or next year, stops nobody who only wants to run it.
set(warnings -Wall -Wextra -Wpedantic -Wconversion)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION MATCHES "^12\\.")
  list(APPEND warnings -Werror)
endif()
# Contraction would fuse a*b+c on some processors only, and change the last bit of results.
target_compile_options(rapport_options INTERFACE ${warnings} -ffp-contract=off)
target_include_directories(rapport_options INTERFACE "${PROJECT_SOURCE_DIR}/engine" "${PROJECT_SOURCE_DIR}")
target_include_directories(rapport_options SYSTEM INTERFACE "${RANDOM123_INCLUDE_DIR}")
if(RAPPORT_SANITIZE)
  # The checks that sanitizers insert make GCC 12 see uninitialized values in std::regex; the other
  # presets keep the warning.
  target_compile_options(rapport_options INTERFACE
    -fsanitize=${RAPPORT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
    -Wno-maybe-uninitialized)
  target_link_options(rapport_options INTERFACE -fsanitize=${RAPPORT_SANITIZE})
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  # -O3 for the vectoriser; -fno-math-errno lets it vectorise floor and sqrt. No -ffast-math.
  target_compile_options(rapport_options INTERFACE -O3 -fno-math-errno -fno-trapping-math)
endif()

# rapport_layer(NAME [LINKS targets...]): library rapport_NAME from all sources of this folder.
function(rapport_layer name)
  cmake_parse_arguments(LAYER "" "" "LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  if(sources)
    add_library(rapport_${name} STATIC ${sources})
    target_link_libraries(rapport_${name} PUBLIC rapport_options ${LAYER_LINKS})
  else()
    add_library(rapport_${name} INTERFACE)
    target_link_libraries(rapport_${name} INTERFACE rapport_options ${LAYER_LINKS})
  endif()
endfunction()
