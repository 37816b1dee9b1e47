# For login shells of root and learner.
export TERM=xterm-256color LC_ALL=C.UTF-8 EDITOR=nano
# Go's garbage collector and preemption signals are expensive in an emulator. Turning them off saves the docker client
# a third of its work.
export GOGC=off GODEBUG=asyncpreemptoff=1
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
[ "$PWD" = / ] && cd ~
. ~/.bashrc
