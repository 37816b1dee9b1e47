#include <stddef.h>
#include <stdint.h>

/* The page's own serial port, which init opens as standard input. */
enum { port = 0 };

static const int64_t never = INT64_MAX;

/* Milliseconds since the machine started. */
int64_t now_millis(void);

void send_bytes(const char *bytes, size_t length);

/* Every few seconds a `~`: the machine is alive, even while a script works. */
void beat_if_due(void);

/* A file that is read byte by byte. */
typedef struct {
  int file;
  size_t at, end;
  char bytes[4096];
} Reader;

/* What is returned instead of a byte or a number. */
enum { end_of_file = -1, too_late = -2 };

/* The next byte. Beats while it waits. */
int read_byte(Reader *reader, int64_t deadline);

/* The number on the next line. */
long read_number(Reader *reader, int64_t deadline);
