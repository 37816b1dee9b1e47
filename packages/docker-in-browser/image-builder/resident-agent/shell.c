#define _GNU_SOURCE
#include "shell.h"
#include "port.h"
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char shell_path[] = "/usr/lib/lab/script-shell";

enum { timed_out_code = 124, kill_after_millis = 2000 };

static pid_t shell;
/* The pipes to and from the shell. script-shell describes what goes through them. */
static int shell_input_fd;
static Reader shell_output;

void set_oom_score(const char *score) {
  int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (fd < 0) return;
  write(fd, score, strlen(score));
  close(fd);
}

void start_shell(void) {
  int to_shell[2], from_shell[2];
  if (pipe2(to_shell, O_CLOEXEC) < 0 || pipe2(from_shell, O_CLOEXEC) < 0) exit(1);
  shell = fork();
  if (shell < 0) exit(1);
  if (shell == 0) {
    /* Gives up the controlling terminal, so that scripts cannot use the page's port. */
    setsid();
    signal(SIGPIPE, SIG_DFL);
    set_oom_score("0");
    dup2(to_shell[0], 0);
    dup2(from_shell[1], 1);
    dup2(open("/dev/null", O_RDWR | O_CLOEXEC), 2);
    execl(shell_path, shell_path, (char *)NULL);
    _exit(127);
  }
  close(to_shell[0]);
  close(from_shell[1]);
  shell_input_fd = to_shell[1];
  shell_output = (Reader){.fd = from_shell[0]};
}

/* Call it when the shell has ended. Returns its exit code as a shell would report it. */
static int restart_shell(void) {
  int status = 0;
  close(shell_input_fd);
  close(shell_output.fd);
  waitpid(shell, &status, 0);
  start_shell();
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : cannot_run_code;
}

/* Returns the id of the script's process, which leads a process group, or 0. */
static pid_t start_script(const char *request) {
  for (int tries = 0; tries < 2; tries++) {
    ssize_t length = strlen(request);
    long pid = write(shell_input_fd, request, length) == length ? read_number(&shell_output, no_deadline) : end_of_file;
    if (pid > 0) return pid;
    /* The learner may have killed the shell. */
    restart_shell();
  }
  return 0;
}

int run_script(int has_interpreter, long seconds) {
  /* bash runs the script, whatever program its `#!` names. */
  pid_t script = start_script(has_interpreter ? "bash\n" : "\n");
  if (script == 0) return cannot_run_code;
  int64_t deadline = now_millis() + (int64_t)seconds * 1000;
  int is_timed_out = 0;
  for (;;) {
    long exit_code = read_number(&shell_output, deadline);
    if (exit_code == end_of_file) exit_code = restart_shell();
    if (exit_code != timed_out) return is_timed_out ? timed_out_code : exit_code;
    kill(-script, is_timed_out ? SIGKILL : SIGTERM);
    /* A stopped script only ends when it continues. */
    if (!is_timed_out) kill(-script, SIGCONT);
    deadline = is_timed_out ? no_deadline : now_millis() + kill_after_millis;
    is_timed_out = 1;
  }
}
