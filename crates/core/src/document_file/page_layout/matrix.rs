//! Affine transforms, as documents of pages write them.

/// A transform: `[a b c d e f]` maps x, y to ax + cy + e, bx + dy + f.
#[derive(Clone, Copy, Debug)]
pub struct Matrix(pub [f64; 6]);

impl Matrix {
    /// Leaves every point where it is.
    pub const IDENTITY: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Moves by x, y.
    pub fn translation(x: f64, y: f64) -> Matrix {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// First this, then the other.
    pub fn then(self, other: Matrix) -> Matrix {
        let ([a, b, c, d, e, f], o) = (self.0, other.0);
        Matrix([
            a * o[0] + b * o[2],
            a * o[1] + b * o[3],
            c * o[0] + d * o[2],
            c * o[1] + d * o[3],
            e * o[0] + f * o[2] + o[4],
            e * o[1] + f * o[3] + o[5],
        ])
    }

    /// Where a point comes to.
    pub fn apply(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transforms_follow_each_other() {
        let twice = Matrix([2.0, 0.0, 0.0, 2.0, 0.0, 0.0]);
        assert_eq!(Matrix::translation(1.0, 2.0).then(twice).apply(0.0, 0.0), (2.0, 4.0));
        assert_eq!(twice.then(Matrix::translation(1.0, 2.0)).apply(1.0, 1.0), (3.0, 4.0));
        let quarter = Matrix([0.0, 1.0, -1.0, 0.0, 0.0, 0.0]);
        assert_eq!(quarter.then(Matrix::IDENTITY).apply(1.0, 0.0), (0.0, 1.0));
    }
}
