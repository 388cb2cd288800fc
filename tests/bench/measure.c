/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* measure OUTPUT COMMAND…  runs a command with its output in a file and prints one line: seconds of
 * wall time, seconds of processor, KiB at the peak, exit status. A small program of its own,
 * because the peak that the kernel tells of a child includes what its parent held when it was
 * forked. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long
now_microseconds (void)
{
  struct timespec now;
  (void) clock_gettime (CLOCK_MONOTONIC, &now);
  return (long long) now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void
run_child (const char *output, char **command)
{
  const int fd = open (output, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0 || dup2 (fd, STDOUT_FILENO) < 0)
    _exit (126);
  execvp (command[0], command);
  fprintf (stderr, "%s: %s\n", command[0], strerror (errno));
  _exit (127);
}

int
main (int argc, char **argv)
{
  struct rusage usage;
  int status = 0;
  if (argc < 3)
    return 2;
  const long long start = now_microseconds ();
  const pid_t child = fork ();
  if (child == 0)
    run_child (argv[1], argv + 2);
  if (child < 0 || wait4 (child, &status, 0, &usage) < 0)
    return 1;
  const long long wall = now_microseconds () - start;
  const long long processor =
    ((long long) usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000 + usage.ru_utime.tv_usec +
    usage.ru_stime.tv_usec;
  printf ("%lld.%06lld %lld.%06lld %ld %d\n",
          wall / 1000000,
          wall % 1000000,
          processor / 1000000,
          processor % 1000000,
          usage.ru_maxrss,
          WIFEXITED (status) ? WEXITSTATUS (status) : 128);
  return 0;
}
