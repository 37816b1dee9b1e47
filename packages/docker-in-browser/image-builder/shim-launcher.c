/*
 * Stands where containerd looks for its shim. Of the three times that containerd runs a shim for one container, two do
 * next to nothing: `start` opens a socket and runs the shim that stays, `delete` looks whether anything is left of the
 * container. Here each costs 28 million instructions, for a Go program's start alone; this does both in a few
 * thousand. What stays is Debian's shim, and everything but the plain case is left to it too.
 *
 * The shim's side of the protocol: containerd 2.1, pkg/shim and cmd/containerd-shim-runc-v2/manager.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

static const char real_shim[] = "/usr/lib/containerd/containerd-shim-runc-v2";
static const char own_path[] = "/usr/bin/containerd-shim-runc-v2";

static int is(const char *word, const char *expected) { return strcmp(word, expected) == 0; }

/* Reads a small file as a text; 0 when there is none, or it does not fit. */
static int read_text(const char *path, char *text, size_t room) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  size_t length = 0;
  ssize_t got;
  while (length < room && (got = read(file, text + length, room - length)) > 0) length += got;
  close(file);
  if (length == room) return 0;
  text[length] = 0;
  return 1;
}

static uint32_t turned(uint32_t word, int by) { return word >> by | word << (32 - by); }

/* SHA-256 of a text of at most 247 bytes, in hexadecimal. FIPS 180-4. */
static void sha256(const char *text, char *hex) {
  static const uint32_t k[64] = {
      0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
      0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
      0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
      0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
      0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
      0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
      0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
      0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};
  uint32_t h[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  uint8_t padded[256] = {0};
  size_t length = strlen(text);
  size_t blocks = (length + 9 + 63) / 64;
  memcpy(padded, text, length);
  padded[length] = 0x80;
  padded[blocks * 64 - 2] = length * 8 >> 8;
  padded[blocks * 64 - 1] = length * 8;
  for (size_t block = 0; block < blocks; block++) {
    uint32_t w[64], v[8];
    const uint8_t *in = padded + block * 64;
    for (int i = 0; i < 16; i++, in += 4) w[i] = in[0] << 24 | in[1] << 16 | in[2] << 8 | in[3];
    for (int i = 16; i < 64; i++) {
      uint32_t s0 = turned(w[i - 15], 7) ^ turned(w[i - 15], 18) ^ w[i - 15] >> 3;
      uint32_t s1 = turned(w[i - 2], 17) ^ turned(w[i - 2], 19) ^ w[i - 2] >> 10;
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    memcpy(v, h, sizeof v);
    for (int i = 0; i < 64; i++) {
      uint32_t s1 = turned(v[4], 6) ^ turned(v[4], 11) ^ turned(v[4], 25);
      uint32_t t1 = v[7] + s1 + ((v[4] & v[5]) ^ (~v[4] & v[6])) + k[i] + w[i];
      uint32_t s0 = turned(v[0], 2) ^ turned(v[0], 13) ^ turned(v[0], 22);
      uint32_t t2 = s0 + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
      memmove(v + 1, v, 7 * sizeof *v);
      v[4] += t1;
      v[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++) h[i] += v[i];
  }
  for (int i = 0; i < 8; i++) sprintf(hex + i * 8, "%08x", h[i]);
}

/* The shim counts as a little more dispensable than containerd. */
static void adjust_oom_score(pid_t shim) {
  char path[64], score[16];
  sprintf(path, "/proc/%d/oom_score_adj", getppid());
  if (!read_text(path, score, sizeof score)) return;
  sprintf(path, "/proc/%d/oom_score_adj", shim);
  FILE *file = fopen(path, "w");
  if (!file) return;
  fprintf(file, "%d", atoi(score) + 1);
  fclose(file);
}

/* -namespace N -address A -publish-binary P -id I start, in the container's bundle */
static void start(char **words) {
  const char *space = words[2], *address = words[4], *id = words[8];
  static char config[1 << 18];
  if (getenv("SCHED_CORE") || !read_text("config.json", config, sizeof config)) return;
  /* Several containers under one shim. */
  if (strstr(config, "io.containerd.runc.v2.group") || strstr(config, "io.kubernetes.cri.sandbox-id")) return;

  char named[248];
  if (snprintf(named, sizeof named, "%s/%s/%s", address, space, id) >= (int)sizeof named) return;
  struct sockaddr_un at = {.sun_family = AF_UNIX};
  static const char folder[] = "/run/containerd/s/";
  mkdir(folder, 0600);
  char *hex = stpcpy(at.sun_path, folder);
  sha256(named, hex);
  int listening = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (listening < 0 || bind(listening, (struct sockaddr *)&at, sizeof at) < 0) return;
  if (chmod(at.sun_path, 0600) < 0 || listen(listening, SOMAXCONN) < 0) goto undo;

  char service[512];
  snprintf(service, sizeof service, "containerd-shim-%s", id);
  setenv("OTEL_SERVICE_NAME", service, 1);
  /* This machine has one processor. */
  setenv("GOMAXPROCS", "1", 1);
  char *shim_words[] = {(char *)own_path, "-namespace", words[2], "-id", words[8], "-address", words[4], NULL};
  int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
  pid_t shim = vfork();
  if (shim < 0) goto undo;
  if (shim == 0) {
    setpgid(0, 0);
    for (int file = 0; file < 3; file++) dup2(nothing, file);
    if (listening == 3) fcntl(3, F_SETFD, 0);
    else dup2(listening, 3);
    execv(real_shim, shim_words);
    _exit(127);
  }
  adjust_oom_score(shim);
  printf("{\"version\":3,\"address\":\"unix://%s\",\"protocol\":\"ttrpc\"}", at.sun_path);
  fflush(stdout);
  _exit(0);

undo:
  unlink(at.sun_path);
  close(listening);
}

static uint8_t *varint(uint8_t *out, uint64_t value) {
  for (; value >= 0x80; value >>= 7) *out++ = value | 0x80;
  *out++ = value;
  return out;
}

/* -namespace N -address A -publish-binary P -id I -bundle B delete */
static void delete(char **words) {
  const char *space = words[2], *id = words[8], *bundle = words[10];
  char path[1024], text[1024];
  /* Where the runtime keeps what it knows of a container: as long as that stands, there is something to delete. */
  snprintf(path, sizeof path, "%s/options.json", bundle);
  if (!read_text(path, text, sizeof text)) return;
  char *root = strstr(text, "\"root\":\"");
  if (!root) return;
  root += strlen("\"root\":\"");
  char *end = strchr(root, '"');
  if (!end || memchr(root, '\\', end - root)) return;
  struct stat state, inside, outside;
  snprintf(path, sizeof path, "%.*s/%s/%s", (int)(end - root), root, space, id);
  if (stat(path, &state) == 0 || errno != ENOENT) return;
  /* Something is still mounted. */
  snprintf(path, sizeof path, "%s/rootfs", bundle);
  if (stat(bundle, &outside) < 0 || stat(path, &inside) < 0 || inside.st_dev != outside.st_dev) return;
  snprintf(path, sizeof path, "%s/init.pid", bundle);
  if (!read_text(path, text, sizeof text)) return;

  /* DeleteResponse: 1 pid, 2 exit status (128 + SIGKILL), 3 exited at (1 seconds, 2 nanoseconds) */
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  uint8_t answer[64], *out = answer, *time;
  *out++ = 0x08, out = varint(out, strtoul(text, NULL, 10));
  *out++ = 0x10, out = varint(out, 128 + 9);
  *out++ = 0x1a, time = out++;
  *out++ = 0x08, out = varint(out, now.tv_sec);
  *out++ = 0x10, out = varint(out, now.tv_nsec);
  *time = out - time - 1;
  if (write(1, answer, out - answer) == out - answer) _exit(0);
}

int main(int count, char **words) {
  int named = count >= 10 && is(words[1], "-namespace") && is(words[3], "-address") &&
              is(words[5], "-publish-binary") && is(words[7], "-id");
  if (named && count == 10 && is(words[9], "start")) start(words);
  if (named && count == 12 && is(words[9], "-bundle") && is(words[11], "delete")) delete (words);
  execv(real_shim, words);
  perror(real_shim);
  return 127;
}
