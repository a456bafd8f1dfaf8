struct FragmentTable {}
