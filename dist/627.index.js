export const id = 627;
export const ids = [627];
export const modules = {

/***/ 49627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SystemClock: () => (/* binding */ SystemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

/** The machine's own clocks. */
class SystemClock {
    now() {
        return Date.now();
    }
    monotonic() {
        return performance.now();
    }
    async sleep(milliseconds) {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds);
    }
    every(milliseconds, tick) {
        const timer = setInterval(tick, milliseconds).unref();
        return () => clearInterval(timer);
    }
}


/***/ })

};
