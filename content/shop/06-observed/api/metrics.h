// What the api counts, and how it prints it in the text format of Prometheus.
#include <semaphore.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

// A label has a fixed set of values. If it took any path that is asked for, anyone could fill Prometheus' disk.
static const char *const routes[] = {"/health", "/products", "/orders", "/orders/{product}", "/metrics", "other"};
static const int statuses[] = {200, 201, 404, 409, 503};
enum { route_count = sizeof routes / sizeof routes[0], status_count = sizeof statuses / sizeof statuses[0] };

// Each request has a process of its own, which takes its variables with it when it ends. So the counts are in memory
// that all of them share, and one process at a time changes them.
static struct counts {
  sem_t lock;
  unsigned long requests[route_count][status_count], orders;
} *counts;

static bool share_counts(void) {
  counts = mmap(NULL, sizeof *counts, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return counts != MAP_FAILED && sem_init(&counts->lock, 1, 1) == 0;
}

static int route_of(const char *path) {
  if (strncmp(path, "/orders/", 8) == 0) return 3;
  for (int i = 0; i < route_count - 1; i++)
    if (strcmp(routes[i], path) == 0) return i;
  return route_count - 1;
}

static void count_request(const char *path, int status) {
  sem_wait(&counts->lock);
  for (int i = 0; i < status_count; i++)
    if (statuses[i] == status) counts->requests[route_of(path)][i]++;
  if (status == 201) counts->orders++;
  sem_post(&counts->lock);
}

static void write_metrics(FILE *out, bool is_db_up) {
  sem_wait(&counts->lock);
  struct counts now = *counts;
  sem_post(&counts->lock);
  fputs("# HELP shop_http_requests_total Requests that the api has answered.\n"
        "# TYPE shop_http_requests_total counter\n", out);
  for (int i = 0; i < route_count; i++)
    for (int j = 0; j < status_count; j++)
      if (now.requests[i][j] > 0)
        fprintf(out, "shop_http_requests_total{path=\"%s\",status=\"%d\"} %lu\n", routes[i], statuses[j],
                now.requests[i][j]);
  fprintf(out, "# HELP shop_orders_total Orders that this api has taken since it started.\n"
               "# TYPE shop_orders_total counter\n"
               "shop_orders_total %lu\n", now.orders);
  fprintf(out, "# HELP shop_db_up Whether db answers: 1 if it does, otherwise 0.\n"
               "# TYPE shop_db_up gauge\n"
               "shop_db_up %d\n", is_db_up);
}
