// Stands in for the package form-data in bundles of functions: they never send a file.
module.exports = class NoForms {};
