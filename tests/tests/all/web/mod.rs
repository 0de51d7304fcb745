//! What holds for every route: problems, limits, versions, retries, headers, and no echo.

mod bodies;
mod demo;
mod echo;
mod headers;
mod problems;
mod retries;
