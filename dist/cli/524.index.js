export const id = 524;
export const ids = [524];
export const modules = {

/***/ 5524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   unstarted: () => (/* binding */ unstarted)
/* harmony export */ });
/** The report of an operation that ended before the engine began: bad input, no store, no key. */
async function unstarted(error, { clock, reporter }, about) {
    const { ReportDraft } = await __webpack_require__.e(/* import() */ 397).then(__webpack_require__.bind(__webpack_require__, 7397));
    const store = { type: about.repository_type ?? 'local', location: about.repository_location ?? '' };
    // A draft asks the store only what it is called, and there is no store.
    const context = { clock, reporter, store };
    return new ReportDraft(context, about).fail(error);
}


/***/ })

};
