/* Between this program and its disk: writes down every change of the files under one folder, and makes the n-th one
 * fail or fatal. Loaded with LD_PRELOAD by tests.crash; knows nothing of what is in the files.
 *
 * One record of the log: struct record, then `name` bytes, then `other` bytes (a second name, a mark), then `data`.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { FDS = 4096, LONGEST = 4096 };
enum fault { NONE, KILL, FULL, FULL_ONCE, HALF, UNSYNCED, DEAD, DENIED };
/* what happened: create write truncate sync sync-folder rename unlink mkdir rmdir mark open-for-writing */
enum { CREATE = 'c', WRITE = 'w', CUT = 't', SYNC = 's', SETTLE = 'S', MOVE = 'r', REMOVE = 'u', MAKE = 'd', CLEAR = 'D', MARK = 'm' };

struct record {
    uint32_t kind, name, other, unused;
    uint64_t inode, offset, data;
};

static char watched[LONGEST];
static size_t watched_length;
static int logged = -1, lazy;
static char *paths[FDS];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static int fault = NONE;
static long until, counted;

#define REAL(result, name, ...) \
    static result (*real)(__VA_ARGS__); \
    if (!real) real = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

void shim_watch(const char *folder, const char *log, int lazy_elsewhere) {
    strncpy(watched, folder, LONGEST - 1);
    watched_length = strlen(watched);
    lazy = lazy_elsewhere; /* what is not watched need not wait for the disk */
    if (logged >= 0) syscall(SYS_close, logged);
    logged = log && *log ? (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0600) : -1;
    counted = 0;
    fault = NONE;
}

void shim_arm(int kind, long at) { fault = kind; until = at; counted = 0; }
long shim_counted(void) { return counted; }

static int inside(const char *path) {
    return watched_length && path && !strncmp(path, watched, watched_length) &&
           (path[watched_length] == '/' || !path[watched_length]);
}

static void all(const void *from, size_t size) {
    const char *at = from;
    while (size) {
        long done = syscall(SYS_write, logged, at, size);
        if (done <= 0) abort();
        at += done;
        size -= done;
    }
}

static void note(int kind, const char *name, const char *other, uint64_t inode, uint64_t offset, const void *data, uint64_t size) {
    if (logged < 0) return;
    struct record head = {kind, name ? strlen(name) : 0, other ? strlen(other) : 0, 0, inode, offset, data ? size : 0};
    int former = errno;
    all(&head, sizeof head);
    if (name) all(name, head.name);
    if (other) all(other, head.other);
    if (data) all(data, size);
    errno = former;
}

void shim_mark(const char *text) {
    pthread_mutex_lock(&turn);
    note(MARK, text, NULL, 0, 0, NULL, 0);
    pthread_mutex_unlock(&turn);
}

/* Whether this change goes wrong: 0 no, else the errno. `size` may shrink. */
static int wrong(int kind, size_t *size) {
    int n = ++counted == until, after = until && counted >= until;
    switch (fault) {
    case KILL: if (n) kill(getpid(), SIGKILL); return 0;
    case FULL: return after && (kind == WRITE || kind == CREATE || kind == MAKE) ? ENOSPC : 0;
    case FULL_ONCE:
        if (!after || (kind != WRITE && kind != CREATE && kind != MAKE)) return 0;
        fault = NONE;
        return ENOSPC;
    case HALF:
        if (n && kind == WRITE && *size > 1) { *size /= 2; return 0; }
        return after && kind == WRITE ? ENOSPC : 0;
    case UNSYNCED:
        if (!after || (kind != SYNC && kind != SETTLE)) return 0;
        fault = NONE;
        return EIO;
    case DEAD: return after ? EIO : 0;
    case DENIED: return after && (kind == MOVE || kind == CREATE || kind == REMOVE) ? EACCES : 0;
    default: return 0;
    }
}

static uint64_t inode_of(int fd) {
    struct stat found;
    return fstat(fd, &found) ? 0 : found.st_ino;
}

static int ours(int fd) { return fd >= 0 && fd < FDS && paths[fd]; }
static int counts(int fd) {
    size_t length = strlen(paths[fd]);
    return length < 4 || strcmp(paths[fd] + length - 4, "-shm"); /* shared memory is made anew at each opening */
}

static int opened(int (*real)(int, const char *, int, ...), int at, const char *path, int flags, mode_t mode) {
    if (!inside(path)) return real(at, path, flags, mode);
    pthread_mutex_lock(&turn);
    int existed = access(path, F_OK) == 0, creates = (flags & O_CREAT) && !existed, error = 0, fd = -1;
    size_t nothing = 0;
    size_t length = strlen(path);
    int counted_here = length < 4 || strcmp(path + length - 4, "-shm");
    if (counted_here && (creates || (flags & O_TRUNC))) error = wrong(creates ? CREATE : CUT, &nothing);
    if (!error) fd = real(at, path, flags, mode);
    else errno = error;
    if (fd >= 0 && fd < FDS) {
        int former = errno;
        free(paths[fd]);
        paths[fd] = strdup(path);
        if (counted_here && creates) note(CREATE, path, NULL, inode_of(fd), 0, NULL, 0);
        else if (counted_here && (flags & O_TRUNC)) note(CUT, path, NULL, inode_of(fd), 0, NULL, 0);
        errno = former;
    }
    pthread_mutex_unlock(&turn);
    return fd;
}

#define MODE mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }
static int openat_real(int at, const char *path, int flags, ...) {
    MODE
    REAL(int, "openat64", int, const char *, int, ...);
    return real(at, path, flags, mode);
}
int open(const char *path, int flags, ...) { MODE return opened(openat_real, AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return opened(openat_real, AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE return opened(openat_real, at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE return opened(openat_real, at, path, flags, mode); }

int close(int fd) {
    REAL(int, "close", int);
    if (ours(fd)) {
        pthread_mutex_lock(&turn);
        free(paths[fd]);
        paths[fd] = NULL;
        pthread_mutex_unlock(&turn);
    }
    return real(fd);
}

static ssize_t written(int fd, const void *data, size_t size, off_t offset, int placed) {
    if (!ours(fd) || !counts(fd)) return placed ? syscall(SYS_pwrite64, fd, data, size, offset) : syscall(SYS_write, fd, data, size);
    pthread_mutex_lock(&turn);
    if (!placed) offset = lseek(fd, 0, SEEK_CUR);
    int error = wrong(WRITE, &size);
    ssize_t done = -1;
    if (!error) done = placed ? syscall(SYS_pwrite64, fd, data, size, offset) : syscall(SYS_write, fd, data, size);
    else errno = error;
    if (done > 0) note(WRITE, NULL, NULL, inode_of(fd), offset, data, done);
    pthread_mutex_unlock(&turn);
    return done;
}
ssize_t write(int fd, const void *data, size_t size) { return written(fd, data, size, 0, 0); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) { return written(fd, data, size, offset, 1); }
ssize_t pwrite64(int fd, const void *data, size_t size, off_t offset) { return written(fd, data, size, offset, 1); }

static int cut(int fd, off_t size) {
    if (!ours(fd) || !counts(fd)) return syscall(SYS_ftruncate, fd, size);
    pthread_mutex_lock(&turn);
    size_t nothing = 0;
    int error = wrong(CUT, &nothing), done = -1;
    if (!error) done = syscall(SYS_ftruncate, fd, size);
    else errno = error;
    if (!done) note(CUT, NULL, NULL, inode_of(fd), size, NULL, 0);
    pthread_mutex_unlock(&turn);
    return done;
}
int ftruncate(int fd, off_t size) { return cut(fd, size); }
int ftruncate64(int fd, off_t size) { return cut(fd, size); }

static int synced(int fd) {
    if (!ours(fd)) return lazy ? 0 : syscall(SYS_fsync, fd);
    struct stat found;
    fstat(fd, &found);
    int kind = S_ISDIR(found.st_mode) ? SETTLE : SYNC;
    pthread_mutex_lock(&turn);
    size_t nothing = 0;
    int error = wrong(kind, &nothing); /* the page cache stands for the disk: no need to wait for a real one */
    if (error) errno = error;
    else note(kind, paths[fd], NULL, found.st_ino, 0, NULL, 0);
    pthread_mutex_unlock(&turn);
    return error ? -1 : 0;
}
int fsync(int fd) { return synced(fd); }
int fdatasync(int fd) { return synced(fd); }

#define CHANGE(kind, path, other, call) \
    if (!inside(path)) return call; \
    pthread_mutex_lock(&turn); \
    size_t nothing = 0; \
    int error = wrong(kind, &nothing), done = -1; \
    if (!error) done = call; \
    else errno = error; \
    if (!done) note(kind, path, other, 0, 0, NULL, 0); \
    pthread_mutex_unlock(&turn); \
    return done
int rename(const char *from, const char *to) { CHANGE(MOVE, from, to, syscall(SYS_rename, from, to)); }
int renameat(int a, const char *from, int b, const char *to) { CHANGE(MOVE, from, to, syscall(SYS_renameat, a, from, b, to)); }
int unlink(const char *path) { CHANGE(REMOVE, path, NULL, syscall(SYS_unlink, path)); }
int mkdir(const char *path, mode_t mode) { CHANGE(MAKE, path, NULL, syscall(SYS_mkdir, path, mode)); }
int rmdir(const char *path) { CHANGE(CLEAR, path, NULL, syscall(SYS_rmdir, path)); }
