// The shop's api: answers HTTP on port 8000 and keeps its numbers in db, which is Valkey.
//
//   GET  /health       200 if db answers, otherwise 503
//   GET  /products     what is in stock
//   POST /orders/mug   takes one mug out of stock, 409 if there is none
//   GET  /orders       how many orders there have been
//   GET  /metrics      what the api has counted, for Prometheus
//
// `api health` asks the running api for its health, and exits with 0 or 1.
#include <netdb.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include "log.h"
#include "metrics.h"

static const char *const products[] = {"mug", "shirt", "sticker"};
static const int product_count = sizeof products / sizeof products[0];

static const char *setting(const char *name, const char *otherwise) {
  const char *value = getenv(name);
  return value ? value : otherwise;
}

// No answer in five seconds is as good as none.
static void limit_waiting(int socket) {
  struct timeval limit = {.tv_sec = 5};
  setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

// A connection to read from; NULL if there is none to be had.
static FILE *connect_to(const char *host, const char *port) {
  struct addrinfo wanted = {.ai_socktype = SOCK_STREAM}, *found;
  if (getaddrinfo(host, port, &wanted, &found) != 0) return NULL;
  int fd = socket(found->ai_family, found->ai_socktype, 0);
  limit_waiting(fd);
  bool is_connected = connect(fd, found->ai_addr, found->ai_addrlen) == 0;
  freeaddrinfo(found);
  if (is_connected) return fdopen(fd, "r");
  close(fd);
  return NULL;
}

// Sends one command to db. Each answer is one line: "+PONG", ":9", "-ERR …". False unless it is a good one.
static bool ask(FILE *db, long *number, const char *command, const char *product) {
  char line[256];
  dprintf(fileno(db), command, product);
  if (!fgets(line, sizeof line, db) || line[0] == '-') return false;
  *number = atol(line + 1);
  return true;
}

// What is left of a product. A product that db does not know yet starts with ten.
static bool change_stock(FILE *db, long *left, const char *command, const char *product) {
  return ask(db, left, "HSETNX stock %s 10\r\n", product) && ask(db, left, command, product);
}

static int list_products(FILE *db, char *body) {
  char *end = body;
  for (int i = 0; i < product_count; i++) {
    long left;
    if (!change_stock(db, &left, "HINCRBY stock %s 0\r\n", products[i])) return 503;
    end += sprintf(end, "%s\"%s\": %ld", i == 0 ? "{" : ", ", products[i], left);
  }
  sprintf(end, "}");
  return 200;
}

static int order(FILE *db, const char *wanted, char *body) {
  for (int i = 0; i < product_count; i++) {
    if (strcmp(products[i], wanted) != 0) continue;
    long left, number;
    if (!change_stock(db, &left, "HINCRBY stock %s -1\r\n", wanted)) return 503;
    if (left < 0) return ask(db, &left, "HINCRBY stock %s 1\r\n", wanted) ? 409 : 503;
    if (!ask(db, &number, "INCR orders\r\n", "")) return 503;
    sprintf(body, "{\"order\": %ld, \"product\": \"%s\", \"left\": %ld}", number, wanted, left);
    return 201;
  }
  return 404;
}

static int respond(FILE *db, const char *method, const char *path, char *body) {
  bool is_get = strcmp(method, "GET") == 0;
  long number;
  if (!db || !ask(db, &number, "PING\r\n", "")) return 503;
  if (is_get && strcmp(path, "/health") == 0) return sprintf(body, "{\"db\": \"up\"}"), 200;
  if (is_get && strcmp(path, "/products") == 0) return list_products(db, body);
  if (strcmp(method, "POST") == 0 && strncmp(path, "/orders/", 8) == 0) return order(db, path + 8, body);
  if (!is_get || strcmp(path, "/orders") != 0) return 404;
  if (!ask(db, &number, "INCRBY orders 0\r\n", "")) return 503;
  return sprintf(body, "{\"orders\": %ld}", number), 200;
}

static const char *reason(int status) {
  switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 404: return "Not Found";
    case 409: return "Sold Out";
    default: return "Service Unavailable";
  }
}

// Whatever would have to be escaped in JSON becomes a question mark. No address of the shop contains any of it.
static void make_plain(char *text) {
  for (; *text; text++)
    if (*text < '!' || *text > '~' || *text == '"' || *text == '\\') *text = '?';
}

// Prometheus gets its answer even if db is down. That is when it matters.
static int list_metrics(FILE *db, char *body, size_t size) {
  long number;
  FILE *out = fmemopen(body, size, "w");
  write_metrics(out, db && ask(db, &number, "PING\r\n", ""));
  return fclose(out), 200;
}

static int respond_in_json(FILE *db, const char *method, const char *path, char *body) {
  int status = respond(db, method, path, body);
  if (status >= 400) sprintf(body, "{\"error\": \"%s\"}", status == 503 ? "db does not answer" : reason(status));
  return strcat(body, "\n"), status;
}

static void serve(int client) {
  char line[1024], method[8] = "", path[64] = "", trace_id[33] = "", body[4096] = "";
  struct timespec start;
  clock_gettime(CLOCK_MONOTONIC, &start);
  limit_waiting(client);
  FILE *request = fdopen(client, "r");
  if (!fgets(line, sizeof line, request)) return;
  sscanf(line, "%7s %63s", method, path);
  make_plain(method);
  make_plain(path);
  while (fgets(line, sizeof line, request) && strcmp(line, "\r\n") != 0) read_trace_id(line, trace_id);
  if (!*trace_id) make_trace_id(trace_id);

  FILE *db = connect_to(setting("DB_HOST", "db"), setting("DB_PORT", "6379"));
  bool is_scrape = strcmp(method, "GET") == 0 && strcmp(path, "/metrics") == 0;
  int status = is_scrape ? list_metrics(db, body, sizeof body) : respond_in_json(db, method, path, body);
  count_request(path, status);
  dprintf(client, "HTTP/1.0 %d %s\r\nContent-Type: %s\r\nContent-Length: %zu\r\n\r\n%s", status, reason(status),
          is_scrape ? "text/plain; version=0.0.4" : "application/json", strlen(body), body);
  log_request(method, path, status, milliseconds_since(start), trace_id);
}

static int check_health(void) {
  char line[256];
  FILE *api = connect_to("127.0.0.1", setting("PORT", "8000"));
  if (!api) return puts("api does not answer"), 1;
  dprintf(fileno(api), "GET /health HTTP/1.0\r\n\r\n");
  if (!fgets(line, sizeof line, api)) return puts("api does not answer"), 1;
  fputs(line, stdout);
  return strstr(line, " 200 ") ? 0 : 1;
}

// The first process of a container ignores every signal that it has no handler for.
static void stop(int signal_number) {
  (void)signal_number;
  _exit(0);
}

int main(int count, char **words) {
  if (count > 1 && strcmp(words[1], "health") == 0) return check_health();
  signal(SIGTERM, stop);
  signal(SIGINT, stop);
  signal(SIGCHLD, SIG_IGN);

  struct addrinfo wanted = {.ai_flags = AI_PASSIVE, .ai_family = AF_INET, .ai_socktype = SOCK_STREAM}, *found;
  const char *port = setting("PORT", "8000");
  int yes = 1, listener = socket(AF_INET, SOCK_STREAM, 0);
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (getaddrinfo(NULL, port, &wanted, &found) != 0 || bind(listener, found->ai_addr, found->ai_addrlen) != 0 ||
      listen(listener, 16) != 0)
    return perror("api cannot listen"), 1;
  if (!share_counts()) return perror("api cannot count"), 1;
  log_time("info");
  printf(", \"message\": \"api is listening on port %s\"}\n", port);
  fflush(stdout);

  for (;;) {
    int client = accept(listener, NULL, NULL);
    if (client < 0) continue;
    // A process for each request: one that waits for db keeps nobody else waiting.
    if (fork() == 0) {
      serve(client);
      exit(0);
    }
    close(client);
  }
}
