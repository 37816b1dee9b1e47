/*
 * The machine's end of the page's own serial port (ttyS1), which the learner doesn't see. It starts no program for a
 * script, because each costs 1 to 3 million instructions: a script's bash is a fork of one that is kept ready
 * (guest/usr/lib/lab/script-shell).
 *
 * A request: one line `id seconds length`, then `length` bytes of base64 in chunks of at most 2048, each sent when a
 * `?` asks for it, because the port's buffer holds 4096. The answer: one line `id exit-code base64`. Neither `?` nor
 * `~` is a letter of base64.
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

static Reader requests = {.file = port};

static int next_request_byte(void) {
  int byte = read_byte(&requests, never);
  /* init starts the agent again. */
  if (byte < 0) exit(1);
  return byte;
}

static int create(const char *path, mode_t mode) {
  /* A script may have left a process that still uses the one before. */
  unlink(path);
  return open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode);
}

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* Receives `length` bytes of base64 into the script's file and returns it, or -1 when it cannot be written. */
static int receive_script(size_t length) {
  static uint8_t values[256];
  for (int value = 0; value < 64; value++) values[(uint8_t)letters[value]] = value;
  int file = create(script_path, 0700);
  int is_written = file >= 0;
  uint32_t bits = 0;
  int count = 0;
  while (length > 0) {
    char decoded[chunk_bytes];
    size_t decoded_length = 0, chunk = length < chunk_bytes ? length : chunk_bytes;
    send_bytes("?", 1);
    for (size_t left = chunk; left > 0; left--) {
      int letter = next_request_byte();
      if (letter == '=') continue;
      bits = bits << 6 | values[letter];
      count += 6;
      if (count < 8) continue;
      count -= 8;
      decoded[decoded_length++] = bits >> count;
    }
    if (is_written) is_written = write(file, decoded, decoded_length) == (ssize_t)decoded_length;
    length -= chunk;
  }
  if (is_written) return file;
  if (file >= 0) close(file);
  return -1;
}

/* Closes the script's file, ready to be run, and returns whether it begins with `#!`. */
static int close_script(int file) {
  char first[4];
  ssize_t length = pread(file, first, sizeof first, 0);
  /* If the first four bytes are not text, the kernel looks for a module that could run them: 2 million instructions. */
  if (length < 4) pwrite(file, "\n\n\n\n", sizeof first, length);
  close(file);
  return length >= 2 && memcmp(first, "#!", 2) == 0;
}

static size_t encode_base64(const uint8_t *bytes, size_t length, char *text) {
  char *out = text;
  for (; length >= 3; bytes += 3, length -= 3) {
    *out++ = letters[bytes[0] >> 2];
    *out++ = letters[(bytes[0] & 3) << 4 | bytes[1] >> 4];
    *out++ = letters[(bytes[1] & 15) << 2 | bytes[2] >> 6];
    *out++ = letters[bytes[2] & 63];
  }
  if (length > 0) {
    uint8_t second = length > 1 ? bytes[1] : 0;
    *out++ = letters[bytes[0] >> 2];
    *out++ = letters[(bytes[0] & 3) << 4 | second >> 4];
    *out++ = length > 1 ? letters[(second & 15) << 2] : '=';
    *out++ = '=';
  }
  return out - text;
}

/* Sends the answer, with as much of the output as the page takes. */
static void answer(const char *id, int code, int output) {
  static char text[4200];
  static uint8_t bytes[3072];
  size_t length = sprintf(text, "%s %d ", id, code);
  for (off_t at = 0; at < output_limit;) {
    size_t left = output_limit - at, wanted = left < sizeof bytes ? left : sizeof bytes;
    ssize_t got = pread(output, bytes, wanted, at);
    if (got <= 0) break;
    at += got;
    /* A file is read short only at its end, so that only the last chunk is padded. */
    length += encode_base64(bytes, got, text + length);
    send_bytes(text, length);
    length = 0;
    beat_if_due();
    if ((size_t)got < sizeof bytes) break;
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
  int script = receive_script(strtoul(rest, NULL, 10));
  int output = create(output_path, 0600);
  int code = cannot_run_code;
  if (script >= 0) {
    int has_interpreter = close_script(script);
    if (output >= 0) code = run_script(has_interpreter, seconds);
  }
  answer(id, code, output);
  unlink(output_path);
  if (output >= 0) close(output);
}

int main(void) {
  struct termios settings;
  if (tcgetattr(port, &settings) == 0) {
    cfmakeraw(&settings);
    tcsetattr(port, TCSANOW, &settings);
  }
  setenv("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", 1);
  setenv("HOME", "/root", 1);
  setenv("LC_ALL", "C.UTF-8", 1);
  setenv("GOGC", "off", 1);
  setenv("GODEBUG", "asyncpreemptoff=1", 1);
  if (chdir("/root") < 0) return 1;
  signal(SIGPIPE, SIG_IGN);
  /* The learner may fill the memory; the one who must be able to say so stays. */
  set_oom_score("-1000");
  start_shell();
  for (;;) serve_request();
}
