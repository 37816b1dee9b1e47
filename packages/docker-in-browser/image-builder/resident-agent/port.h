#include <stddef.h>
#include <stdint.h>

/* The page's serial port, which init opens as standard input. */
enum { port_fd = 0 };

/* Deadlines are in the milliseconds of `now_millis`. */
static const int64_t no_deadline = INT64_MAX;

/* Milliseconds since the machine started. */
int64_t now_millis(void);

void send_bytes(const char *bytes, size_t length);

/* Sends a `~` every three seconds, so that the page knows that the machine responds even while a script runs. */
void send_heartbeat_if_due(void);

/* Buffers a file that is read byte by byte. */
typedef struct {
  int fd;
  size_t at, end;
  char bytes[4096];
} Reader;

/* Returned instead of a byte or a number. */
enum { end_of_file = -1, timed_out = -2 };

/* Returns the next byte. Sends heartbeats while it waits. */
int read_byte(Reader *reader, int64_t deadline);

/* Returns the number on the next line. */
long read_number(Reader *reader, int64_t deadline);
