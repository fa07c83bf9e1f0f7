# Makes, below the working directory, a tree with one of everything, and targets in every state.

set -e
umask 022
mkdir -p src/sub/deep src/empty 'src/with space' dst/src/sub old
printf 'one\n' >src/one
printf 'two, the second\n' >src/sub/two
printf 'deep\n' >src/sub/deep/file
: >src/empty-file
head -c 70000 /dev/zero | tr '\0' 'x' >src/seventy
truncate -s 300K src/sparse
printf 'end' >>src/sparse
printf '#!/bin/sh\n' >src/script
chmod 755 src/script
chmod 640 src/sub/two
chmod 444 src/one
chmod 2775 src/sub
chmod 1777 src/empty
ln src/one src/one-again
ln src/one src/sub/one-too
ln -s one src/link
ln -s sub src/link-to-directory
ln -s nowhere src/dangling
ln -s ../src/sub/two src/sub/link-up
mkfifo src/fifo
printf 'odd\n' >"src/with space/it's"
printf 'odd\n' >$'src/new\nline'
printf 'odd\n' >$'src/\xff\xfe'
printf 'old\n' >dst/one
printf 'older\n' >dst/src/one
printf 'two\n' >dst/src/sub/two
printf 'numbered\n' >dst/one.~1~
ln -s one dst/link
ln -s gone dst/dangling
ln -s ../old dst/to-old
printf 'x\n' >old/file
printf 'read-only\n' >old/read-only
printf 'linked\n' >old/linked
ln old/linked old/linked-too
printf 'new\n' >new-file
ln -s new-file to-new-file
if ((EUID == 0)); then
  mknod src/null c 1 3
  chown 1234:2345 src/sub/deep src/seventy
  chmod 4755 src/script
fi
if hash setfattr 2>/dev/null; then
  setfattr -n user.colour -v blue src/one src/sub 2>/dev/null || true
fi
if hash setfacl 2>/dev/null; then
  setfacl -m u:1234:rw src/seventy 2>/dev/null || true
fi
chmod 400 old/read-only
touch -h -d '2001-02-03 04:05:06.123456789' src/* src/*/* old/* dst/one
touch -d '2011-02-03 04:05:06.5' dst/src/one
touch -d '1999-01-01' src/sub/two
