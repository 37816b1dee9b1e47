#include "port.h"
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { heartbeat_millis = 3000 };

int64_t now_millis(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void send_bytes(const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t sent = write(port_fd, bytes, length);
    if (sent < 0 && errno == EINTR) continue;
    /* init restarts the agent. */
    if (sent <= 0) exit(1);
    bytes += sent, length -= sent;
  }
}

static int64_t next_heartbeat_millis;

void send_heartbeat_if_due(void) {
  int64_t now = now_millis();
  if (now < next_heartbeat_millis) return;
  send_bytes("~", 1);
  next_heartbeat_millis = now + heartbeat_millis;
}

/* Returns 0 if the deadline comes first. */
static int wait_until_readable(int fd, int64_t deadline) {
  for (;;) {
    send_heartbeat_if_due();
    int64_t now = now_millis();
    if (now >= deadline) return 0;
    int64_t until = deadline < next_heartbeat_millis ? deadline : next_heartbeat_millis;
    struct pollfd request = {.fd = fd, .events = POLLIN};
    if (poll(&request, 1, until > now ? (int)(until - now) : 0) > 0) return 1;
  }
}

int read_byte(Reader *reader, int64_t deadline) {
  if (reader->at == reader->end) {
    if (!wait_until_readable(reader->fd, deadline)) return timed_out;
    ssize_t count = read(reader->fd, reader->bytes, sizeof reader->bytes);
    if (count <= 0) return end_of_file;
    reader->at = 0, reader->end = count;
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
