// One line of JSON for each request, and the ID that ties it to the lines of other services.
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

// Hex digits in lower case, and not only zeros, which W3C Trace Context declares invalid.
static bool is_id(const char *text, size_t length) {
  return strspn(text, "0123456789abcdef") >= length && strspn(text, "0") < length;
}

// "traceparent: 00-<trace ID, 32 digits>-<caller's span ID, 16 digits>-<flags, 2 digits>". An ID of any other form is
// ignored, as the standard demands: it would end up in the log, and could be anything.
static void read_trace_id(const char *line, char trace_id[33]) {
  if (strncasecmp(line, "traceparent:", 12) != 0) return;
  const char *value = line + 12 + strspn(line + 12, " \t");
  if (strcspn(value, " \t\r\n") != 55 || strncmp(value, "00-", 3) != 0 || value[35] != '-' || value[52] != '-') return;
  if (!is_id(value + 3, 32) || !is_id(value + 36, 16) || strspn(value + 53, "0123456789abcdef") != 2) return;
  memcpy(trace_id, value + 3, 32);
  trace_id[32] = '\0';
}

static void make_trace_id(char trace_id[33]) {
  unsigned char bytes[16] = "";
  FILE *random = fopen("/dev/urandom", "r");
  if (!random || fread(bytes, sizeof bytes, 1, random) != 1) perror("api has no random numbers");
  if (random) fclose(random);
  for (int i = 0; i < 16; i++) sprintf(trace_id + 2 * i, "%02x", bytes[i]);
}

static double milliseconds_since(struct timespec start) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (now.tv_sec - start.tv_sec) * 1e3 + (now.tv_nsec - start.tv_nsec) / 1e6;
}

// Begins a line: when and how bad.
static void log_time(const char *level) {
  struct timespec now;
  char time[32];
  clock_gettime(CLOCK_REALTIME, &now);
  strftime(time, sizeof time, "%Y-%m-%dT%H:%M:%S", gmtime(&now.tv_sec));
  printf("{\"time\": \"%s.%03ldZ\", \"level\": \"%s\"", time, now.tv_nsec / 1000000, level);
}

static void log_request(const char *method, const char *path, int status, double duration, const char *trace_id) {
  log_time(status >= 500 ? "error" : "info");
  printf(", \"method\": \"%s\", \"path\": \"%s\", \"status\": %d, \"duration_ms\": %.1f, \"trace_id\": \"%s\"}\n",
         method, path, status, duration, trace_id);
}
