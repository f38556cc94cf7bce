/* Janus and libnice leave loopback interfaces out; without the flag they look like any other, and ICE runs on 127.0.0.1. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <ifaddrs.h>
#include <net/if.h>

int getifaddrs(struct ifaddrs **interfaces) {
  int (*real)(struct ifaddrs **) = (int (*)(struct ifaddrs **))dlsym(RTLD_NEXT, "getifaddrs");
  int result = real(interfaces);
  if (result == 0)
    for (struct ifaddrs *each = *interfaces; each; each = each->ifa_next) each->ifa_flags &= ~(unsigned)IFF_LOOPBACK;
  return result;
}
