# Fetches the packages of the lock file unless they are there.
file(MAKE_DIRECTORY "${MODULES}")
file(READ "${SOURCE}/package-lock.json" wanted)
if(EXISTS "${MODULES}/installed")
  file(READ "${MODULES}/installed" there)
  if(there STREQUAL wanted)
    return()
  endif()
endif()
file(COPY "${SOURCE}/package.json" "${SOURCE}/package-lock.json" DESTINATION "${MODULES}")
execute_process(
  COMMAND "${NPM}" ci --prefix "${MODULES}" --ignore-scripts --no-audit --no-fund --silent
  RESULT_VARIABLE code)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "npm ci failed with ${code}; is the registry to be reached?")
endif()
file(WRITE "${MODULES}/installed" "${wanted}")
