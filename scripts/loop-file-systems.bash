# For sourcing, by the scripts that need file systems of their own.
#
# They lie in images, in tmpfs unless told, mounted from loop devices, and go with the script that
# made them, however it ends: mounts first, then (with them) loop devices, then the images.

PATH=$PATH:/usr/sbin:/sbin # where mkfs is, which some users lack
images=
mounts=()
declare -A mount_of

say() {
  printf '%s: %s\n' "${0##*/}" "$1" >&2
}

fail() {
  say "$1"
  exit 1
}

# Ends the script, as a success, where it can't mount anything.
skip_without_root() {
  if ((EUID != 0)); then
    say "SKIPPED: making file systems needs root"
    exit 0
  fi
  if [[ ! -e /dev/loop-control ]]; then
    say "SKIPPED: this kernel (or container) has no loop devices"
    exit 0
  fi
}

# make_image_directory MEBIBYTES [PLACE]: sets images to a new directory in PLACE, with that much
# room; it goes when the script ends.
make_image_directory() {
  local free place=${2-/dev/shm}
  free=$(df --output=avail -m "$place" 2>/dev/null | tail -n 1) || free=0
  ((free >= $1)) || fail "needs $1 MiB in $place, and there are $free"
  images=$(mktemp -d "$place/cleave-images.XXXXXX")
  trap remove_images EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
}

# What a script has to stop before its file systems go.
before_removal() {
  :
}

remove_images() {
  local status=$? i
  trap '' INT TERM HUP
  set +e
  before_removal
  for ((i = ${#mounts[@]} - 1; i >= 0; i--)); do
    umount "${mounts[i]}" 2>/dev/null || umount -l "${mounts[i]}" 2>/dev/null
  done
  [[ -n $images ]] && rm -rf --one-file-system -- "$images"
  exit "$status"
}

# Whether a file system of type $1 can be made and mounted here; says so if not.
can_make() {
  if ! hash "mkfs.$1" 2>/dev/null; then
    say "left out: $1, since there is no mkfs.$1 (apt install $(package_of "$1"))"
    return 1
  fi
  if ! grep -qw "$1" /proc/filesystems && ! modprobe -q "$1" 2>/dev/null; then
    say "left out: $1, which this kernel doesn't have"
    return 1
  fi
}

package_of() {
  case $1 in
    ext4) printf e2fsprogs ;;
    xfs) printf xfsprogs ;;
    btrfs) printf btrfs-progs ;;
  esac
}

# make_image TYPE FILE MEBIBYTES [OPTION OF mkfs...]
make_image() {
  truncate -s "$3M" "$2"
  case $1 in
    ext4) mkfs.ext4 -q -F "${@:4}" "$2" ;;
    xfs) mkfs.xfs -q -f -m reflink=1 "${@:4}" "$2" ;;
    btrfs) mkfs.btrfs -q -f "${@:4}" "$2" >/dev/null ;;
  esac
}

# mount_image FILE NAME [OPTIONS]: below $images/NAME, which mount_of[NAME] says as well.
mount_image() {
  mount_of[$2]=$images/$2
  mkdir -p -- "$images/$2"
  mount -o "loop${3:+,$3}" "$1" "$images/$2"
  mounts+=("$images/$2")
}

# mount_tmpfs NAME MEBIBYTES
mount_tmpfs() {
  mount_of[$1]=$images/$1
  mkdir -p -- "$images/$1"
  mount -t tmpfs -o "size=$2M" cleave "$images/$1"
  mounts+=("$images/$1")
}

# Takes back what mount_image or mount_tmpfs did.
unmount() {
  local place=$images/$1 i
  umount "$place"
  for i in "${!mounts[@]}"; do
    [[ ${mounts[i]} == "$place" ]] && unset "mounts[i]"
  done
  mounts=("${mounts[@]}")
}
