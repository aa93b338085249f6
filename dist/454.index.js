export const id = 454;
export const ids = [454];
export const modules = {

/***/ 97454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SqueezedRows: () => (/* binding */ SqueezedRows)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25435);


/** Small tables for blocks of some 16 KB: no more memory than they need, which is taken and given back for each. */
const HOW = { level: 1, windowBits: 14, memLevel: 6 };
/**
 * Packed rows that take a quarter of the memory: names of fields and beginnings of paths are the same again and again.
 * To be loaded by `import()`, and only for what may be very long: a local start pays nothing for it.
 */
class SqueezedRows extends _rows_js__WEBPACK_IMPORTED_MODULE_1__/* .PackedRows */ .Mb {
    pack(bytes) {
        // Copied: what comes is the beginning of a larger buffer.
        return new Uint8Array((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.deflateRawSync)(bytes, HOW));
    }
    unpack(packed) {
        return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.inflateRawSync)(packed);
    }
}


/***/ })

};
