# What building needs, said in one go when something is missing. Sourced by run and check.

# at_least FOUND WANTED: whether the dotted version FOUND is WANTED or newer.
at_least() {
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

debian_root() {
  [ "$(id -u)" = 0 ] && [ -r /etc/debian_version ] && command -v apt-get >/dev/null 2>&1
}

# install_debian PACKAGE…: quietly, once per call.
install_debian() {
  echo "Installing $* …"
  apt-get update -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

java_version() { javac -version 2>&1 | sed -nE 's/^javac ([0-9]+).*/\1/p'; }
maven_version() { mvn -v 2>/dev/null | sed -nE 's/.*Apache Maven ([0-9.]+).*/\1/p'; }
node_version() { node -v 2>/dev/null | sed 's/^v//'; }

has_java() { command -v javac >/dev/null 2>&1 && at_least "$(java_version)" 17; }
has_maven() { command -v mvn >/dev/null 2>&1 && at_least "$(maven_version)" 3.8; }
has_node() { command -v npm >/dev/null 2>&1 && at_least "$(node_version)" 20.19; }

require_tools() {
  if debian_root; then
    local packages=()
    has_java || packages+=(openjdk-17-jdk-headless)
    has_maven || packages+=(maven)
    [ ${#packages[@]} = 0 ] || install_debian "${packages[@]}"
    has_node || install_debian nodejs npm || true
  fi
  local missing=()
  has_java || missing+=("JDK 17 or newer (found: $(java_version 2>/dev/null || true)). Get it from https://adoptium.net or: apt install openjdk-17-jdk")
  has_maven || missing+=("Maven 3.8 or newer (found: $(maven_version || true)). Get it from https://maven.apache.org or: apt install maven")
  has_node || missing+=("Node.js 20.19 or newer with npm (found: $(node_version || true)). Get it from https://nodejs.org")
  if [ ${#missing[@]} -gt 0 ]; then
    echo "Missing on this machine:" >&2
    printf '  - %s\n' "${missing[@]}" >&2
    exit 1
  fi
}
