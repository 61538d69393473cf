/* For wine alone and never packed: Windows 10 has an icuuc.dll, wine 10 has none, and Qt6Core does not load without one.
   Qt asks it for encodings that it does not know itself; here every such question is answered with "not supported". */
#include <stddef.h>
#include <stdint.h>

#define API __declspec(dllexport)
enum { UNSUPPORTED = 16 }; /* U_UNSUPPORTED_ERROR */

API void *ucnv_open(const char *name, int *error) { *error = UNSUPPORTED; return NULL; }
API void ucnv_close(void *converter) {}
API void ucnv_reset(void *converter) {}
API void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
API void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
API int8_t ucnv_getMaxCharSize(void *converter) { return 1; }
API const char *ucnv_getName(void *converter, int *error) { *error = UNSUPPORTED; return NULL; }
API void ucnv_getToUCallBack(void *converter, void **action, const void **context) {}
API void ucnv_getFromUCallBack(void *converter, void **action, const void **context) {}
API void ucnv_setToUCallBack(void *c, void *n, const void *nc, void **o, const void **oc, int *e) { *e = UNSUPPORTED; }
API void ucnv_setFromUCallBack(void *c, void *n, const void *nc, void **o, const void **oc, int *e) { *e = UNSUPPORTED; }
API void ucnv_cbToUWriteUChars(void *a, const uint16_t *s, int32_t n, int32_t o, int *e) { *e = UNSUPPORTED; }
API void ucnv_cbFromUWriteUChars(void *a, const uint16_t **s, const uint16_t *l, int32_t o, int *e) { *e = UNSUPPORTED; }
API void ucnv_toUnicode(void *c, uint16_t **t, const uint16_t *tl, const char **s, const char *sl, int32_t *o, int8_t f,
                        int *e) { *e = UNSUPPORTED; }
API void ucnv_fromUnicode(void *c, char **t, const char *tl, const uint16_t **s, const uint16_t *sl, int32_t *o,
                          int8_t f, int *e) { *e = UNSUPPORTED; }
API int32_t ucnv_toUCountPending(void *converter, int *error) { return 0; }
API int32_t ucnv_fromUCountPending(void *converter, int *error) { return 0; }
API const char *ucnv_getStandardName(const char *n, const char *s, int *error) { *error = UNSUPPORTED; return NULL; }
API const char *ucnv_getAvailableName(int32_t number) { return NULL; }
API int32_t ucnv_countAvailable(void) { return 0; }
