/* The bash that is kept ready to run scripts. */

static const char script_path[] = "/run/agent-script";
static const char output_path[] = "/run/agent-output";

/* What the shell says when it finds a program and cannot run it. */
enum { cannot_run_code = 126 };

void start_shell(void);

/*
 * Runs the script's file, which has so many seconds, with its output into the other file. Returns its exit code, and
 * that of `timeout` when it took longer. With `has_interpreter`, the file begins with `#!`.
 */
int run_script(int has_interpreter, long seconds);

void set_oom_score(const char *score);
