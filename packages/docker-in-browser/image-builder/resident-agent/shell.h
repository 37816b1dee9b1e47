/* A bash that is kept ready to run scripts. */

static const char script_path[] = "/run/agent-script";
static const char output_path[] = "/run/agent-output";

/* The exit code of a shell that finds a program but cannot run it. */
enum { cannot_run_code = 126 };

void start_shell(void);

/*
 * Runs the file at `script_path` with its output in `output_path`. Returns its exit code, or that of `timeout` if it takes
 * longer than `seconds`. `has_interpreter` says whether the file begins with `#!`.
 */
int run_script(int has_interpreter, long seconds);

void set_oom_score(const char *score);
