/**
 * Factors a symmetric positive matrix in place into a lower triangle times itself transposed. Only the lower triangle is read.
 *
 * @param matrix size × size, row by row
 * @returns whether the matrix was positive; when it was not, its content is of no use
 */
export function factor(matrix: Float64Array, size: number): boolean {
  for (let row = 0; row < size; row += 1) {
    const start = row * size;
    for (let column = 0; column <= row; column += 1) {
      const other = column * size;
      let sum = matrix[start + column]!;
      for (let inner = 0; inner < column; inner += 1) {
        sum -= matrix[start + inner]! * matrix[other + inner]!;
      }
      if (column < row) {
        matrix[start + column] = sum / matrix[other + column]!;
      } else if (sum > 0) {
        matrix[start + column] = Math.sqrt(sum);
      } else {
        return false;
      }
    }
  }
  return true;
}

/** The solution of a factored system. */
export function solveFactored(triangle: Float64Array, size: number, right: Float64Array): Float64Array {
  const solution = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    let sum = solution[row]!;
    for (let inner = 0; inner < row; inner += 1) {
      sum -= triangle[row * size + inner]! * solution[inner]!;
    }
    solution[row] = sum / triangle[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = solution[row]!;
    for (let inner = row + 1; inner < size; inner += 1) {
      sum -= triangle[inner * size + row]! * solution[inner]!;
    }
    solution[row] = sum / triangle[row * size + row]!;
  }
  return solution;
}

/** The inverse of a factored matrix: how uncertain each weight is, and how it goes together with every other. */
export function invertFactored(triangle: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  // Read line by line instead of down its columns, which is several times as fast.
  const upright = transpose(triangle, size);
  const solution = new Float64Array(size);
  for (let column = 0; column < size; column += 1) {
    // Before its one, a column of the unit matrix is nothing, and so is what solves it.
    solution.fill(0);
    solution[column] = 1;
    for (let row = column; row < size; row += 1) {
      let sum = solution[row]!;
      for (let inner = column; inner < row; inner += 1) {
        sum -= triangle[row * size + inner]! * solution[inner]!;
      }
      solution[row] = sum / triangle[row * size + row]!;
    }
    for (let row = size - 1; row >= 0; row -= 1) {
      let sum = solution[row]!;
      for (let inner = row + 1; inner < size; inner += 1) {
        sum -= upright[row * size + inner]! * solution[inner]!;
      }
      solution[row] = sum / upright[row * size + row]!;
    }
    inverse.set(solution, column * size);
  }
  return inverse;
}

function transpose(matrix: Float64Array, size: number): Float64Array {
  const upright = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      upright[column * size + row] = matrix[row * size + column]!;
    }
  }
  return upright;
}
