/** AssemblyScript's whole number of 32 bits. */
type i32 = number;
