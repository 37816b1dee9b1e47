#include "port.h"
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { beat_millis = 3000 };

int64_t now_millis(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void send_bytes(const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t sent = write(port, bytes, length);
    if (sent < 0 && errno == EINTR) continue;
    /* init starts the agent again. */
    if (sent <= 0) exit(1);
    bytes += sent, length -= sent;
  }
}

static int64_t next_beat;

void beat_if_due(void) {
  int64_t now = now_millis();
  if (now < next_beat) return;
  send_bytes("~", 1);
  next_beat = now + beat_millis;
}

/* 0 when the deadline comes first. */
static int wait_until_readable(int file, int64_t deadline) {
  for (;;) {
    beat_if_due();
    int64_t now = now_millis();
    if (now >= deadline) return 0;
    int64_t until = deadline < next_beat ? deadline : next_beat;
    struct pollfd waiting = {.fd = file, .events = POLLIN};
    if (poll(&waiting, 1, until > now ? (int)(until - now) : 0) > 0) return 1;
  }
}

int read_byte(Reader *reader, int64_t deadline) {
  if (reader->at == reader->end) {
    if (!wait_until_readable(reader->file, deadline)) return too_late;
    ssize_t got = read(reader->file, reader->bytes, sizeof reader->bytes);
    if (got <= 0) return end_of_file;
    reader->at = 0, reader->end = got;
  }
  return (uint8_t)reader->bytes[reader->at++];
}

long read_number(Reader *reader, int64_t deadline) {
  long number = 0;
  for (;;) {
    int byte = read_byte(reader, deadline);
    if (byte < 0) return byte;
    if (byte == '\n') return number;
    if (byte >= '0' && byte <= '9') number = number * 10 + byte - '0';
  }
}
