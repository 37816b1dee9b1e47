/*
 * Runs scripts for the page, which sends them through a serial port (ttyS1) that the learner does not see. Starting a
 * program takes 1 to 3 million instructions, so the agent starts none: each script's bash is a fork of one that is kept
 * ready (guest/usr/lib/lab/script-shell).
 *
 * A request is a line `id seconds length`, followed by `length` bytes of base64. These come in chunks of at most 2048,
 * because the port's buffer holds 4096, and the agent asks for each with a `?`. The response is a line
 * `id exit-code base64`. A `~` is a heartbeat. Neither `?` nor `~` occurs in base64.
 */
#define _GNU_SOURCE
#include "port.h"
#include "shell.h"
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <termios.h>
#include <unistd.h>

enum { chunk_bytes = 2048, output_limit = 262144 };

static Reader requests = {.fd = port_fd};

static int next_request_byte(void) {
  int byte = read_byte(&requests, no_deadline);
  /* init restarts the agent. */
  if (byte < 0) exit(1);
  return byte;
}

static int create(const char *path, mode_t mode) {
  /* A process that an earlier script left behind may still have the old file open. */
  unlink(path);
  return open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode);
}

static const char base64_letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* Receives `length` bytes of base64 into the script's file. Returns its descriptor, or -1 if it cannot be written. */
static int receive_script(size_t length) {
  static uint8_t values[256];
  for (int value = 0; value < 64; value++) values[(uint8_t)base64_letters[value]] = value;
  int fd = create(script_path, 0700);
  int is_written = fd >= 0;
  uint32_t bits = 0;
  int bit_count = 0;
  while (length > 0) {
    char decoded[chunk_bytes];
    size_t decoded_length = 0, chunk = length < chunk_bytes ? length : chunk_bytes;
    send_bytes("?", 1);
    for (size_t remaining = chunk; remaining > 0; remaining--) {
      int letter = next_request_byte();
      if (letter == '=') continue;
      bits = bits << 6 | values[letter];
      bit_count += 6;
      if (bit_count < 8) continue;
      bit_count -= 8;
      decoded[decoded_length++] = bits >> bit_count;
    }
    if (is_written) is_written = write(fd, decoded, decoded_length) == (ssize_t)decoded_length;
    length -= chunk;
  }
  if (is_written) return fd;
  if (fd >= 0) close(fd);
  return -1;
}

/* Closes the script's file and returns whether it begins with `#!`. */
static int close_script(int fd) {
  char first[4];
  ssize_t length = pread(fd, first, sizeof first, 0);
  /* If the first four bytes are not text, the kernel spends 2 million instructions looking for a module to run them. */
  if (length < 4) pwrite(fd, "\n\n\n\n", sizeof first, length);
  close(fd);
  return length >= 2 && memcmp(first, "#!", 2) == 0;
}

static size_t encode_base64(const uint8_t *bytes, size_t length, char *text) {
  char *out = text;
  for (; length >= 3; bytes += 3, length -= 3) {
    *out++ = base64_letters[bytes[0] >> 2];
    *out++ = base64_letters[(bytes[0] & 3) << 4 | bytes[1] >> 4];
    *out++ = base64_letters[(bytes[1] & 15) << 2 | bytes[2] >> 6];
    *out++ = base64_letters[bytes[2] & 63];
  }
  if (length > 0) {
    uint8_t second = length > 1 ? bytes[1] : 0;
    *out++ = base64_letters[bytes[0] >> 2];
    *out++ = base64_letters[(bytes[0] & 3) << 4 | second >> 4];
    *out++ = length > 1 ? base64_letters[(second & 15) << 2] : '=';
    *out++ = '=';
  }
  return out - text;
}

/* Sends the exit code and at most `output_limit` bytes of the output. */
static void respond(const char *id, int exit_code, int output_fd) {
  static char text[4200];
  static uint8_t bytes[3072];
  size_t length = sprintf(text, "%s %d ", id, exit_code);
  for (off_t at = 0; at < output_limit;) {
    size_t remaining = output_limit - at, wanted = remaining < sizeof bytes ? remaining : sizeof bytes;
    ssize_t count = pread(output_fd, bytes, wanted, at);
    if (count <= 0) break;
    at += count;
    /* Only the last read is short, so only the last chunk is padded. */
    length += encode_base64(bytes, count, text + length);
    send_bytes(text, length);
    length = 0;
    send_heartbeat_if_due();
    if ((size_t)count < sizeof bytes) break;
  }
  text[length++] = '\n';
  send_bytes(text, length);
}

static void serve_request(void) {
  char request[80];
  size_t length = 0;
  for (int byte; (byte = next_request_byte()) != '\n';)
    if (length < sizeof request - 1) request[length++] = byte;
  request[length] = 0;
  char *rest = request, *id = strsep(&rest, " ");
  if (!rest) return;
  long seconds = strtol(rest, &rest, 10);
  int script_fd = receive_script(strtoul(rest, NULL, 10));
  int output_fd = create(output_path, 0600);
  int exit_code = cannot_run_code;
  if (script_fd >= 0) {
    int has_interpreter = close_script(script_fd);
    if (output_fd >= 0) exit_code = run_script(has_interpreter, seconds);
  }
  respond(id, exit_code, output_fd);
  unlink(output_path);
  if (output_fd >= 0) close(output_fd);
}

int main(void) {
  struct termios settings;
  if (tcgetattr(port_fd, &settings) == 0) {
    cfmakeraw(&settings);
    tcsetattr(port_fd, TCSANOW, &settings);
  }
  setenv("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", 1);
  setenv("HOME", "/root", 1);
  setenv("LC_ALL", "C.UTF-8", 1);
  setenv("GOGC", "off", 1);
  setenv("GODEBUG", "asyncpreemptoff=1", 1);
  if (chdir("/root") < 0) return 1;
  signal(SIGPIPE, SIG_IGN);
  /* If the learner fills the memory, the agent must survive to report it. */
  set_oom_score("-1000");
  start_shell();
  for (;;) serve_request();
}
