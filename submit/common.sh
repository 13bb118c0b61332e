# What submit/local and submit/cluster share. Sourced, not run.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
spark=$root/target/spark

say() { printf '%s\n' "$*" >&2; }

refuse() {
  say "$0: $*"
  exit 2
}

# The value of a property of the build.
property() { sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" "$root/pom.xml" | head -n 1; }

# Sets java to the program of JAVA_HOME or, without it, of the PATH.
find_java() {
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
  command -v "$java" > /dev/null || refuse "no $java found: install JDK 17 or 21, or set JAVA_HOME"
  java_version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
  case $java_version in
    17 | 17.* | 21 | 21.*) ;;
    *) refuse "needs Java 17 or 21, but $(command -v "$java") is Java $java_version: set JAVA_HOME" ;;
  esac
}

# Sets jar, and builds it together with Spark's jars where it is missing or older than its sources.
build() {
  jar=$root/target/sturgeon-$(sed -n 's:^  <version>\(.*\)</version>:\1:p' "$root/pom.xml")-all.jar
  if [[ ! -e $jar || ! -e $spark/RELEASE ]]; then
    say "Building Sturgeon; the first time this takes a few minutes."
  elif [[ -n $(find "$root/pom.xml" "$root/src/main" -newer "$jar" -print -quit) ]]; then
    say "Building Sturgeon: its sources are newer than $jar."
  else
    return 0
  fi
  local maven=mvn
  [[ -x $root/mvnw ]] && maven=$root/mvnw
  command -v "$maven" > /dev/null || refuse "no mvn found to build with: install Maven 3.8 or later"
  "$maven" -q -B -f "$root/pom.xml" -Dmaven.test.skip=true package >&2
}

# Sets spark to SPARK_HOME where there is one, if it is one that Sturgeon was built for.
choose_spark() {
  [[ -n ${SPARK_HOME:-} ]] || return 0
  local wanted scala core found
  wanted=$(property spark.version)
  scala=$(property scala.binary.version)
  core=$(find "$SPARK_HOME/jars" -name 'spark-core_*.jar' 2> /dev/null | head -n 1) || true
  [[ -n $core ]] || refuse "SPARK_HOME is $SPARK_HOME, where there is no jars/spark-core_*.jar"
  found=${core##*/spark-core_}
  found=${found%.jar}
  if [[ ${found%%-*} != "$scala" || ${found#*-} != "${wanted%.*}".* ]]; then
    refuse "SPARK_HOME holds Spark ${found#*-} for Scala ${found%%-*}," \
      "but Sturgeon needs Spark $wanted for Scala $scala: set another SPARK_HOME or none"
  fi
  spark=$SPARK_HOME
}

# Sets options to what a JVM needs that runs Spark and, in local mode, trains.
jvm_options() {
  local all opened
  all=$(property spark.jvm.options)
  # The vector module gains nothing here and makes the JVM warn at every start.
  read -r -a opened <<< "${all/--add-modules=jdk.incubator.vector/}"
  # shellcheck disable=SC2034 # read by those who source this
  options=(
    "${opened[@]}"
    -XX:+UseParallelGC
    -Dorg.bytedeco.javacpp.maxphysicalbytes=0
    "-Djava.util.logging.config.file=$root/submit/logging.properties"
    "-Dlog4j2.configurationFile=file:$root/submit/log4j2.properties"
    -Xlog:disable -Xlog:all=error:stderr
  )
}
