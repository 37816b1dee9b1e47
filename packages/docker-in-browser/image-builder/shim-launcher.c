/*
 * Installed where containerd looks for its shim. containerd runs the shim three times per container, and two of these
 * runs do almost nothing: `start` opens a socket and launches the shim that stays, and `delete` checks whether anything
 * is left of the container. Each costs 28 million instructions, almost all of them the startup of a Go program; the
 * launcher does the same in a few thousand. The shim that stays is Debian's, which also gets all but the simple cases.
 *
 * For the shim's side of the protocol, see containerd 2.1, pkg/shim and cmd/containerd-shim-runc-v2/manager.
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
static const char launcher_path[] = "/usr/bin/containerd-shim-runc-v2";

static int equals(const char *word, const char *expected) { return strcmp(word, expected) == 0; }

/* Reads a small file as a string. Returns 0 if there is no such file or it does not fit. */
static int read_text(const char *path, char *text, size_t capacity) {
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  size_t length = 0;
  ssize_t count;
  while (length < capacity && (count = read(fd, text + length, capacity - length)) > 0) length += count;
  close(fd);
  if (length == capacity) return 0;
  text[length] = 0;
  return 1;
}

static uint32_t rotate_right(uint32_t word, int bits) { return word >> bits | word << (32 - bits); }

/* SHA-256 (FIPS 180-4) of a string of at most 247 bytes, in hexadecimal. */
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
      uint32_t s0 = rotate_right(w[i - 15], 7) ^ rotate_right(w[i - 15], 18) ^ w[i - 15] >> 3;
      uint32_t s1 = rotate_right(w[i - 2], 17) ^ rotate_right(w[i - 2], 19) ^ w[i - 2] >> 10;
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    memcpy(v, h, sizeof v);
    for (int i = 0; i < 64; i++) {
      uint32_t s1 = rotate_right(v[4], 6) ^ rotate_right(v[4], 11) ^ rotate_right(v[4], 25);
      uint32_t t1 = v[7] + s1 + ((v[4] & v[5]) ^ (~v[4] & v[6])) + k[i] + w[i];
      uint32_t s0 = rotate_right(v[0], 2) ^ rotate_right(v[0], 13) ^ rotate_right(v[0], 22);
      uint32_t t2 = s0 + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
      memmove(v + 1, v, 7 * sizeof *v);
      v[4] += t1;
      v[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++) h[i] += v[i];
  }
  for (int i = 0; i < 8; i++) sprintf(hex + i * 8, "%08x", h[i]);
}

/* If memory runs out, the kernel kills the shim before containerd. */
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
static void start(char **argv) {
  const char *namespace = argv[2], *address = argv[4], *id = argv[8];
  static char config[1 << 18];
  if (getenv("SCHED_CORE") || !read_text("config.json", config, sizeof config)) return;
  /* These annotations mean several containers under one shim. */
  if (strstr(config, "io.containerd.runc.v2.group") || strstr(config, "io.kubernetes.cri.sandbox-id")) return;

  char socket_id[248];
  if (snprintf(socket_id, sizeof socket_id, "%s/%s/%s", address, namespace, id) >= (int)sizeof socket_id) return;
  struct sockaddr_un socket_address = {.sun_family = AF_UNIX};
  static const char folder[] = "/run/containerd/s/";
  mkdir(folder, 0600);
  char *hex = stpcpy(socket_address.sun_path, folder);
  sha256(socket_id, hex);
  int socket_fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket_fd < 0 || bind(socket_fd, (struct sockaddr *)&socket_address, sizeof socket_address) < 0) return;
  if (chmod(socket_address.sun_path, 0600) < 0 || listen(socket_fd, SOMAXCONN) < 0) goto undo;

  char service[512];
  snprintf(service, sizeof service, "containerd-shim-%s", id);
  setenv("OTEL_SERVICE_NAME", service, 1);
  /* The machine has one processor. */
  setenv("GOMAXPROCS", "1", 1);
  char *shim_argv[] = {(char *)launcher_path, "-namespace", argv[2], "-id", argv[8], "-address", argv[4], NULL};
  int null_fd = open("/dev/null", O_RDWR | O_CLOEXEC);
  pid_t shim = vfork();
  if (shim < 0) goto undo;
  if (shim == 0) {
    setpgid(0, 0);
    for (int fd = 0; fd < 3; fd++) dup2(null_fd, fd);
    if (socket_fd == 3) fcntl(3, F_SETFD, 0);
    else dup2(socket_fd, 3);
    execv(real_shim, shim_argv);
    _exit(127);
  }
  adjust_oom_score(shim);
  printf("{\"version\":3,\"address\":\"unix://%s\",\"protocol\":\"ttrpc\"}", socket_address.sun_path);
  fflush(stdout);
  _exit(0);

undo:
  unlink(socket_address.sun_path);
  close(socket_fd);
}

static uint8_t *write_varint(uint8_t *out, uint64_t value) {
  for (; value >= 0x80; value >>= 7) *out++ = value | 0x80;
  *out++ = value;
  return out;
}

/* -namespace N -address A -publish-binary P -id I -bundle B delete */
static void delete(char **argv) {
  const char *namespace = argv[2], *id = argv[8], *bundle = argv[10];
  char path[1024], text[1024];
  /* If the runtime still has the container's state, there is something to delete. */
  snprintf(path, sizeof path, "%s/options.json", bundle);
  if (!read_text(path, text, sizeof text)) return;
  char *root = strstr(text, "\"root\":\"");
  if (!root) return;
  root += strlen("\"root\":\"");
  char *end = strchr(root, '"');
  if (!end || memchr(root, '\\', end - root)) return;
  struct stat state, rootfs_stat, bundle_stat;
  snprintf(path, sizeof path, "%.*s/%s/%s", (int)(end - root), root, namespace, id);
  if (stat(path, &state) == 0 || errno != ENOENT) return;
  /* If the device differs, something is still mounted. */
  snprintf(path, sizeof path, "%s/rootfs", bundle);
  if (stat(bundle, &bundle_stat) < 0 || stat(path, &rootfs_stat) < 0 || rootfs_stat.st_dev != bundle_stat.st_dev) return;
  snprintf(path, sizeof path, "%s/init.pid", bundle);
  if (!read_text(path, text, sizeof text)) return;

  /* DeleteResponse: 1 pid, 2 exit status (128 + SIGKILL), 3 exited at (1 seconds, 2 nanoseconds) */
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  uint8_t response[64], *out = response, *time_length;
  *out++ = 0x08, out = write_varint(out, strtoul(text, NULL, 10));
  *out++ = 0x10, out = write_varint(out, 128 + 9);
  *out++ = 0x1a, time_length = out++;
  *out++ = 0x08, out = write_varint(out, now.tv_sec);
  *out++ = 0x10, out = write_varint(out, now.tv_nsec);
  *time_length = out - time_length - 1;
  if (write(1, response, out - response) == out - response) _exit(0);
}

int main(int argc, char **argv) {
  int has_flags = argc >= 10 && equals(argv[1], "-namespace") && equals(argv[3], "-address") &&
                  equals(argv[5], "-publish-binary") && equals(argv[7], "-id");
  if (has_flags && argc == 10 && equals(argv[9], "start")) start(argv);
  if (has_flags && argc == 12 && equals(argv[9], "-bundle") && equals(argv[11], "delete")) delete(argv);
  execv(real_shim, argv);
  perror(real_shim);
  return 127;
}
